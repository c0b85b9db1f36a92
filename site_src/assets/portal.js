/* On every page, and small: what scripts add to a page that is whole without them. The rest comes when it is asked for. */
(function () {
  "use strict";
  const assets = document.currentScript.src.replace(/[^/]*$/, "");
  const root = document.documentElement;
  const asked = {};

  /* What went wrong: "lost", it did not come; "unfit", it came and this browser cannot run it; "ours", anything else. */
  function fault(kind, what) {
    return Object.assign(new Error(kind + ": " + what), { kind: kind });
  }

  /* Words for a reader; what is no matter of signal is logged for those who can mend it. */
  function sorry(problem) {
    const still = "; hình và bảng số vẫn ở trên trang.";
    if (problem.kind === "lost") return "Chưa tải được. Kiểm tra mạng rồi bấm lại" + still;
    console.error(problem);
    if (problem.kind === "unfit") return "Trình duyệt này chưa mở được phần này" + still;
    return "Phần này đang có lỗi, không phải do mạng hay máy của bạn" + still;
  }

  /* Loads a script of assets/ once and promises what it sets as window[gives]. What failed may be asked for again: an
     onload alone says nothing, it also comes after a script that this browser cannot read. */
  function load(name, gives) {
    asked[name] = asked[name] || new Promise(function (done, fail) {
      const script = document.createElement("script");
      const failed = function (kind) {
        delete asked[name];
        script.remove();
        fail(fault(kind, name));
      };
      script.src = assets + name;
      script.onload = function () {
        if (window[gives]) done(window[gives]);
        else failed("unfit");
      };
      script.onerror = function () { failed("lost"); };
      document.head.append(script);
    });
    return asked[name];
  }

  /* Brings a style sheet of assets/ once; what failed may be asked for again. */
  function dress(name) {
    asked[name] = asked[name] || new Promise(function (done, fail) {
      const sheet = document.createElement("link");
      sheet.rel = "stylesheet";
      sheet.href = assets + name;
      sheet.onload = done;
      sheet.onerror = function () {
        delete asked[name];
        sheet.remove();
        fail(fault("lost", name));
      };
      document.head.append(sheet);
    });
    return asked[name];
  }

  /* A place whose words a screen reader says when they change. */
  function status(name) {
    const made = document.createElement("div");
    made.className = name;
    made.setAttribute("role", "status");
    return made;
  }

  /* What a click does when it must wait for the network: `work` promises to be done; meanwhile, and when it fails, `told`
     says so, and further clicks begin nothing. */
  function waiting(told, work) {
    let busy = false;
    return function () {
      told.textContent = busy ? "Vẫn đang tải, mạng có thể đang yếu; hình và bảng số vẫn ở trên trang." : "Đang tải…";
      if (busy) return;
      busy = true;
      work().then(function () { return ""; }, sorry).then(function (words) {
        busy = false;
        told.textContent = words;
      });
    };
  }

  function button(words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }

  /* The menu: closes when the reader goes elsewhere, also on this page; light and dark are chosen in it. */
  const menu = document.querySelector(".menu");
  if (menu) {
    document.addEventListener("click", function (event) {
      if (!menu.contains(event.target) || event.target.closest(".panel a")) menu.open = false;
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
    menu.querySelector(".panel").append(choice);
  }

  /* Search, when it is first wanted. Without it the link and the form lead to the list from A to Z. */
  function search() {
    return Promise.all([load("tim-kiem.js", "timKiem"), dress("tim-kiem.css")]).then(function (got) { return got[0]; });
  }
  document.querySelectorAll("[data-open-search]").forEach(function (link) {
    const words = link.textContent;
    const told = status("unseen");
    const say = function (shown, heard) {
      link.textContent = shown;
      told.textContent = heard;
    };
    link.after(told);
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
      if (told.textContent) return; // it still loads: a second click is for the list
      event.preventDefault();
      say("Chờ…", "Đang tải ô tìm kiếm. Bấm lần nữa để xem danh sách xã A–Z.");
      search().then(function (found) {
        say(words, "");
        found.open();
      }).catch(function (problem) {
        say(words, "");
        sorry(problem);
        location.href = link.href;
      });
    });
  });
  document.querySelectorAll("[data-search] input").forEach(function (input) {
    const begin = function () { search().catch(sorry); };
    input.addEventListener("focus", begin);
    if (input === document.activeElement || /[?&]q=[^&]/.test(location.search)) begin();
  });

  /* Charts: one button each; what it does comes with the first touch. */
  document.querySelectorAll("figure[data-chart]").forEach(function (figure) {
    const told = status("told");
    const opener = button("Xem kỹ, tải về", waiting(told, function () {
      return Promise.all([load("bieu-do.js", "bieuDo"), dress("xem-ky.css")]).then(function (got) {
        got[0].open(figure, opener, told);
      });
    }));
    opener.className = "opener";
    figure.append(opener, told);
  });

  /* The guide: what an officer pastes is copied at a touch. */
  document.querySelectorAll("pre > code").forEach(function (code) {
    if (!navigator.clipboard || !/language-(csv|cot|yaml|sh)/.test(code.className)) return;
    const told = status("unseen");
    const copier = button("Chép", function () {
      navigator.clipboard.writeText(code.textContent.trimEnd()).then(function () {
        copier.textContent = "Đã chép";
        told.textContent = "Đã chép";
      }, function () { getSelection().selectAllChildren(code); });
    });
    copier.className = "copy";
    code.parentElement.before(copier, told);
  });

  /* What scrolls sideways can be scrolled from the keyboard in every browser. */
  const scrollers = document.querySelectorAll("pre, .wide");
  const reach = function () {
    scrollers.forEach(function (one) {
      if (one.scrollWidth > one.clientWidth) one.tabIndex = 0;
      else one.removeAttribute("tabindex");
    });
  };
  if (scrollers.length) {
    reach();
    addEventListener("resize", reach);
  }

  /* A link into a fold opens it; most browsers do so by themselves. */
  const unfold = function () {
    const target = document.getElementById(location.hash.slice(1));
    let fold = target && target.closest("details:not([open])");
    if (!fold) return;
    for (; fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();

  window.portal = { load: load, fault: fault, waiting: waiting, button: button, assets: assets };
})();
