/* The chart that answers: pointer, touch and keys choose a row, and its words are said. bieu-do.js loads this file when
   a reader asks for it; it fetches the drawing program (about 300 KB) and the numbers of the chart. */
(function () {
  "use strict";
  const ROOT = new URL("../", window.portal.assets).href;
  const HOW = "Chạm vào một dòng, hoặc dùng phím mũi tên, để đọc số.";
  const asked = {};

  /** A file of the site, fetched once; a failed one may be asked for again. */
  function json(path) {
    asked[path] = asked[path] || fetch(ROOT + path).then(function (got) {
      return got.text().then(function (text) { return { status: got.status, ok: got.ok, text: text }; });
    }).catch(function () {
      throw window.portal.fault("lost", path);
    }).then(function (got) {
      if (!got.ok) throw window.portal.fault("ours", path + " " + got.status);
      return JSON.parse(got.text);
    }).catch(function (problem) {
      delete asked[path];
      throw problem;
    });
    return asked[path];
  }

  /** The specification of a chart: its kind's, with its rows, ends and height. */
  function specification(shapes, chart, width) {
    const spec = JSON.parse(JSON.stringify(shapes.kinds[chart.kind]));
    for (const param of spec.params) if (param.name in chart) param.value = chart[param.name];
    spec.datasets = { rows_data: chart.rows, frame_data: chart.frame_data || [] };
    return Object.assign(spec, { width: width, height: chart.height });
  }

  /** Width to draw at: letters grow with the place up to half as large again. */
  function widthIn(place) {
    return Math.max(300, Math.round(place.clientWidth / Math.min(1.5, Math.max(1, place.clientWidth / 320))));
  }

  /** What a chart needs, fetched once: the program, the shape of its kind, its numbers (of its commune's pages). */
  function load(figure, place) {
    return json("assets/bieu-do.json").then(function (shapes) {
      return Promise.all([
        json(place.concat("du-lieu/bieu-do.json").join("/")),
        window.portal.load(shapes.program.replace("assets/", ""), "vegaEmbed"),
      ]).then(function (got) {
        const chart = got[0][figure.dataset.chart];
        if (!chart) throw window.portal.fault("ours", "no chart " + figure.dataset.chart);
        return { shapes: shapes, chart: chart };
      });
    });
  }

  /** Shows words beside the pointer, inside the window; without words it hides them. Called by the program, too. */
  function tip(_, event, item, said) {
    const old = document.querySelector(".tip");
    if (old) old.remove();
    if (!said) return;
    const made = document.createElement("dl");
    made.className = "tip";
    made.setAttribute("aria-hidden", "true"); // the line below the chart says the same
    for (const name of Object.keys(said).filter(function (key) { return said[key]; })) {
      const term = document.createElement("dt");
      const words = document.createElement("dd");
      term.textContent = name;
      words.textContent = said[name];
      made.append(term, words);
    }
    document.body.append(made);
    const high = made.offsetHeight;
    const top = event.clientY + 18 + high < window.innerHeight ? event.clientY + 18 : event.clientY - 12 - high;
    made.style.left = Math.max(8, Math.min(event.clientX + 12, window.innerWidth - made.offsetWidth - 8)) + "px";
    made.style.top = Math.max(8, top) + "px";
  }

  function show(figure, title, got) {
    const live = document.createElement("div");
    const drawn = document.createElement("div");
    const said = document.createElement("p");
    live.className = "live";
    live.tabIndex = 0;
    live.setAttribute("role", "group");
    live.setAttribute("aria-label", "Biểu đồ tương tác: " + title + ". " + HOW);
    drawn.setAttribute("aria-hidden", "true");
    said.className = "said";
    said.setAttribute("aria-live", "polite");
    said.textContent = HOW;
    live.append(drawn, said);
    figure.classList.add("is-live");
    figure.querySelector(".drawing").append(live);
    const options = {
      ast: true, renderer: "svg", actions: false, defaultStyle: false, tooltip: tip,
      formatLocale: got.shapes.format, timeFormatLocale: got.shapes.time,
    };
    return Promise.resolve(got).then(function () {
      return window.vegaEmbed(drawn, specification(got.shapes, got.chart, widthIn(drawn)), options);
    }).then(function (made) {
      return answer(figure, live, drawn, said, got.chart.rows, made.view);
    }).catch(function (problem) {
      live.remove();
      figure.classList.remove("is-live");
      throw problem;
    });
  }

  function sentences(texts) {
    return texts.filter(Boolean).map(function (text) { return text[0].toUpperCase() + text.slice(1) + "."; }).join(" ");
  }

  /** Pointer, touch and keys choose a row: it is framed, and its words are said below the chart. */
  function answer(figure, live, drawn, said, rows, view) {
    let chosen = -1;

    function choose(number) {
      if (number === chosen) return;
      chosen = number;
      view.signal("chosen", number).runAsync();
      const row = rows[number];
      said.textContent = row ? sentences([row.name + ": " + row.said, row.period, row.source]) : HOW;
    }

    function key(event) {
      const last = rows.length - 1;
      const to = {
        ArrowRight: Math.min(chosen + 1, last), ArrowDown: Math.min(chosen + 1, last),
        ArrowLeft: Math.max(chosen - 1, 0), ArrowUp: Math.max(chosen - 1, 0), Home: 0, End: last,
      }[event.key];
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (to !== undefined) {
        event.preventDefault();
        tip();
        choose(to);
      } else if (event.key === "Escape") {
        event.preventDefault();
        away(event);
        figure.querySelector(".tools button").focus();
      }
    }

    function away(event) {
      if (event.type === "pointerdown" && drawn.contains(event.target)) return;
      tip();
      choose(-1);
    }

    function fit() {
      const width = widthIn(drawn);
      if (width !== view.width()) view.width(width).runAsync();
    }

    const pointed = function (event, item) {
      if (item && item.datum && item.datum.number >= 0) choose(item.datum.number);
    };
    view.addEventListener("pointerover", pointed);
    view.addEventListener("click", function (event, item) {
      pointed(event, item);
      tip(null, event, item, item && item.tooltip); // a finger does not hover
    });
    live.addEventListener("keydown", key);
    document.addEventListener("pointerdown", away);
    window.addEventListener("resize", fit);
    return function () {
      document.removeEventListener("pointerdown", away);
      window.removeEventListener("resize", fit);
      tip();
      view.finalize();
      live.remove();
      figure.classList.remove("is-live");
    };
  }

  /** Opens the chart of a figure; `place` are the parts of its commune's address. Promises what closes it. */
  function open(figure, title, place) {
    return load(figure, place).then(function (got) { return show(figure, title, got); });
  }

  window.tuongTac = { open: open };
})();
