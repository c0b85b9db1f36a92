/* On every page, and small: what scripts add to a page that is whole without them. The rest comes when it is asked for. */
(function () {
  "use strict";
  const assets = document.currentScript.src.replace(/[^/]*$/, "");
  const root = document.documentElement;
  const asked = {};

  /* Loads a script of assets/ once; the promise fails where there is no signal, and may be asked again. */
  function load(name) {
    asked[name] = asked[name] || new Promise(function (done, fail) {
      const script = document.createElement("script");
      script.src = assets + name;
      script.onload = done;
      script.onerror = function () {
        delete asked[name];
        fail(new Error(name));
      };
      document.head.append(script);
    });
    return asked[name];
  }

  function button(words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }

  /* The menu: closes when the reader goes elsewhere; light and dark are chosen in it. */
  const menu = document.querySelector(".menu");
  if (menu) {
    document.addEventListener("click", function (event) {
      if (!menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", function (event) {
      if (event.key === "Escape") {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
    const dark = function () {
      return root.dataset.nen ? root.dataset.nen === "toi" : matchMedia("(prefers-color-scheme: dark)").matches;
    };
    const words = function () { return dark() ? "Đổi sang nền sáng" : "Đổi sang nền tối"; };
    const choice = button(words(), function () {
      root.dataset.nen = dark() ? "sang" : "toi";
      choice.textContent = words();
      try { localStorage.setItem("nen", root.dataset.nen); } catch (e) { /* the choice then holds for this page */ }
    });
    menu.querySelector("nav").append(choice);
  }

  /* Search, when it is first wanted. Without it the link and the form lead to the list from A to Z. */
  document.querySelectorAll("[data-open-search]").forEach(function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      load("tim-kiem.js").then(function () { window.timKiem.open(); }, function () { location.href = link.href; });
    });
  });
  document.querySelectorAll("[data-search] input").forEach(function (input) {
    const begin = function () { load("tim-kiem.js").catch(function () {}); };
    input.addEventListener("focus", begin);
    if (input === document.activeElement || /[?&]q=[^&]/.test(location.search)) begin();
  });

  /* Charts: one button each; what it does comes with the first touch. */
  document.querySelectorAll("figure[data-chart]").forEach(function (figure) {
    const opener = button("Xem kỹ, tải về", function () {
      opener.disabled = true;
      load("bieu-do.js").then(
        function () { window.bieuDo.open(figure, opener); },
        function () {
          opener.disabled = false;
          opener.textContent = "Chưa tải được, bấm để thử lại";
        }
      );
    });
    opener.className = "opener";
    figure.append(opener);
  });

  window.portal = { load: load, assets: assets };
})();
