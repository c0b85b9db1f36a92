/* Below one chart: its picture and its numbers to take away, made here of what the page shows, and the way to the chart
   that answers (tuong-tac.js). portal.js loads this file when a reader asks for it. */
(function () {
  "use strict";
  const ROOT = new URL("../", window.portal.assets).href;
  const button = window.portal.button;
  const SVG = "http://www.w3.org/2000/svg";
  const WIDTH = 480;
  const EDGE = 24;
  const NO_FILE = "Máy này chưa tạo được tệp. Bạn thử nút khác, hoặc chụp màn hình; hình và bảng số vẫn ở trên trang.";

  // --- words of the page ------------------------------------------------------------------------

  function words(place, selector) {
    const found = place.querySelector(selector);
    return found ? found.textContent.replace(/\s+/g, " ").trim() : "";
  }

  /** Where the page stands below the site's root, as its parts: ['quang-tri', 'vinh-thuy-19405', …]. */
  function parts() {
    const path = location.href.split(/[?#]/)[0];
    return path.startsWith(ROOT) ? path.slice(ROOT.length).replace(/index\.html$/, "").split("/").filter(Boolean) : [];
  }

  /** The page's address for people; empty where the page is a file of a reader's own folder. */
  function address() {
    const named = document.querySelector("link[rel=canonical]");
    if (named && named.href) return named.href;
    return location.protocol === "file:" ? "" : location.href.split(/[?#]/)[0];
  }

  function today() {
    const now = new Date();
    return [now.getDate(), now.getMonth() + 1].map(function (n) { return String(n).padStart(2, "0"); })
      .concat(now.getFullYear()).join("/");
  }

  /** A file name that speaks: commune and title, folded, cut at a word's end. */
  function fileName(figure) {
    const text = (parts()[1] || "") + " " + words(figure, "figcaption");
    const plain = text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/(\d)[.,](?=\d)/g, "$1").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    return plain.length > 70 ? plain.slice(0, 70).replace(/-[^-]*$/, "") : plain;
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  // --- picture ----------------------------------------------------------------------------------

  function node(name, attributes, text) {
    const made = document.createElementNS(SVG, name);
    for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key]);
    if (text) made.textContent = text;
    return made;
  }

  const ruler = document.createElement("canvas").getContext("2d");

  /** Lines of a text no wider than `room` at a letter size; a word that is wider is cut. */
  function wrapped(text, size, weight, room) {
    const lines = [];
    let line = "";
    ruler.font = weight + " " + size + "px sans-serif";
    const fits = function (some) { return ruler.measureText(some).width <= room; };
    for (let word of text.split(" ")) {
      const longer = line ? line + " " + word : word;
      if (fits(longer)) { line = longer; continue; }
      if (line) lines.push(line);
      while (!fits(word)) {
        let end = word.length - 1;
        while (end > 1 && !fits(word.slice(0, end))) end -= 1;
        lines.push(word.slice(0, end));
        word = word.slice(end);
      }
      line = word;
    }
    return line ? lines.concat(line) : lines;
  }

  /** The mark of a legend's word as the style sheet draws it: a bar, a square, a dot or a ring. */
  function mark(item, x, y) {
    const look = getComputedStyle(item, "::before");
    const clear = /^(transparent|rgba\(.*, 0\))$/.test(look.backgroundColor);
    const colour = clear ? look.borderTopColor : look.backgroundColor;
    if (look.borderTopLeftRadius === "50%") {
      const paint = clear ? { fill: "none", stroke: colour, "stroke-width": 3 } : { fill: colour };
      return node("circle", Object.assign({ cx: x + 7, cy: y - 5, r: clear ? 5.5 : 7 }, paint));
    }
    if (clear || look.backgroundImage !== "none") {
      const paint = { fill: clear ? "none" : colour, "fill-opacity": 0.4, stroke: look.borderTopColor, "stroke-width": 2 };
      return node("rect", Object.assign({ x: x + 1, y: y - 11, width: 12, height: 12 }, paint));
    }
    const narrow = parseFloat(look.width) < parseFloat(look.height) / 2;
    return node("rect", { x: x + (narrow ? 5 : 0), y: y - 12, width: narrow ? 4 : 14, height: 14, fill: colour });
  }

  /** The chart as a picture that stands alone, always in the light colours, for paper. */
  function picture(figure) {
    const paper = document.createElement("div");
    paper.className = "paper";
    try {
      paper.append(figure.querySelector(".drawing").cloneNode(true));
      document.body.append(paper);
      return new Blob([new XMLSerializer().serializeToString(composed(figure, paper))], { type: "image/svg+xml" });
    } finally {
      paper.remove();
    }
  }

  /** Place, title, legend, drawing, source, address and day of a chart as one <svg>; `paper` holds a copy of its drawing
      in the page, which is used up. */
  function composed(figure, paper) {
    const look = getComputedStyle(paper);
    const ink = look.color;
    const soft = look.getPropertyValue("--soft").trim() || ink;
    const room = WIDTH - 2 * EDGE;
    const whole = node("svg", { xmlns: SVG, width: WIDTH, "font-family": "sans-serif", role: "img" });
    const ground = node("rect", { width: WIDTH, fill: "#fff" });
    let y = EDGE;
    whole.append(node("title", {}, words(figure, "figcaption")), ground);

    function write(text, size, weight, colour) {
      for (const line of wrapped(text, size, weight, room)) {
        y += Math.round(size * 1.3);
        whole.append(node("text", { x: EDGE, y: y, "font-size": size, "font-weight": weight, fill: colour }, line));
      }
      y += 6;
    }

    const place = Array.from(new Set([words(document, ".kicker") || words(document, ".here"), words(document, "h1")]))
      .filter(Boolean).join(" · ");
    write(place, 14, 400, soft);
    write(words(figure, "figcaption"), 21, 700, ink);
    if (words(figure, ".below")) write(words(figure, ".below"), 15, 400, soft);
    let x = EDGE;
    const items = paper.querySelectorAll(".legend li");
    ruler.font = "400 15px sans-serif";
    for (const item of items) {
      const text = item.textContent.trim();
      const long = 22 + ruler.measureText(text).width + 20;
      if (x === EDGE || x + long > WIDTH - EDGE) { x = EDGE; y += 24; }
      whole.append(mark(item, x, y), node("text", { x: x + 22, y: y, "font-size": 15, fill: ink }, text));
      x += long;
    }
    y += items.length ? 16 : 8;

    const drawing = paper.querySelector("svg.chart");
    const across = drawing.classList.contains("across"); // takes the width it is given
    const box = across ? null : drawing.getAttribute("viewBox").split(" ").map(Number);
    const tall = across ? Number(drawing.getAttribute("height")) : box[3] * room / box[2];
    for (const part of drawing.querySelectorAll("[class]")) {
      const names = part.getAttribute("class");
      const seen = getComputedStyle(part);
      if (/(^| )f-/.test(names)) part.setAttribute("fill", seen.fill);
      if (/(^| )l-/.test(names)) part.setAttribute("stroke", seen.stroke);
      part.removeAttribute("class");
    }
    for (const part of drawing.querySelectorAll("title, desc")) part.remove();
    const inner = node("svg", { x: EDGE, y: y, width: room, height: tall, overflow: "visible" });
    if (box) inner.setAttribute("viewBox", box.join(" "));
    inner.append(...drawing.childNodes);
    whole.append(inner);
    y += tall + 8;

    write(words(figure, ".source"), 13, 400, soft);
    write("Lấy ngày " + today() + (address() && " từ " + address()), 12, 400, soft);
    y += EDGE - 6;
    whole.setAttribute("height", Math.ceil(y));
    whole.setAttribute("viewBox", "0 0 " + WIDTH + " " + Math.ceil(y));
    ground.setAttribute("height", Math.ceil(y));
    return whole;
  }

  /** Promises the picture as PNG, twice as large; fails where the browser cannot show it or has no memory for it. */
  function photograph(figure) {
    const source = URL.createObjectURL(picture(figure));
    const release = function () { URL.revokeObjectURL(source); };
    const image = new Image();
    const made = new Promise(function (done, fail) {
      image.onload = done;
      image.onerror = function () { fail(window.portal.fault("unfit", "SVG as an image")); };
      image.src = source;
    }).then(function () {
      const canvas = document.createElement("canvas");
      canvas.width = 2 * image.naturalWidth;
      canvas.height = 2 * image.naturalHeight;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      return new Promise(function (done) { canvas.toBlob(done, "image/png"); });
    }).then(function (blob) {
      if (!blob) throw window.portal.fault("unfit", "canvas as PNG");
      return blob;
    });
    made.then(release, release);
    return made;
  }

  // --- numbers ----------------------------------------------------------------------------------

  /** A field of CSV. What a spreadsheet would run as a formula gets a quote before it, as in the site's tables. */
  function field(text) {
    const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d[\d.,]*%?$/.test(text) ? "'" + text : text;
    return /[",\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
  }

  /** The chart's table: each number as a number and as printed, with its source in every row, so that a row that is
      copied elsewhere keeps it. Comma and point as in the site's other tables: where a spreadsheet expects
      semicolons, a line stays in one cell instead of 7.10 becoming a day. */
  function table(figure) {
    const rows = Array.from(figure.querySelectorAll("table tr"), function (row) { return Array.from(row.cells); });
    const numbers = rows[0].map(function (_, i) {
      return rows.some(function (row) { return row[i].dataset.n; });
    });
    const lines = rows.map(function (row, r) {
      const cells = [];
      row.forEach(function (cell, i) {
        const small = words(cell, ".small");
        const text = cell.firstChild.textContent.trim() + (small ? " (" + small + ")" : "");
        if (numbers[i]) cells.push(r ? cell.dataset.n || "" : text, r ? text : text + " (như trên trang)");
        else cells.push(text);
      });
      return cells.concat(r ? [words(figure, ".source"), address()] : ["Nguồn", "Trang"]);
    });
    return lines.map(function (cells) { return cells.map(field).join(","); }).join("\r\n") + "\r\n";
  }

  function sheet(figure) {
    return new Blob(["\ufeff", table(figure)], { type: "text/csv;charset=utf-8" });
  }

  // --- the row of tools -------------------------------------------------------------------------

  /** A button that gives a file; `make` gives or promises the content from the figure. */
  function giver(text, ending, make, figure, told) {
    return button(text, function () {
      if (told.textContent === NO_FILE) told.textContent = "";
      Promise.resolve(figure).then(make).then(function (blob) {
        save(blob, fileName(figure) + ending);
      }).catch(function (problem) {
        console.error(problem);
        told.textContent = NO_FILE;
      });
    });
  }

  /** Whether this browser can run the drawing program, which asks for a browser of 2022; an older one would fetch 300 KB
      in vain. Policy forbids trying its syntax, so what came last of all that the program uses stands for the rest. */
  function able() {
    return location.protocol !== "file:" && "structuredClone" in window;
  }

  /** The button that opens the answering chart and closes it again. */
  function looker(figure, told) {
    let close = null;
    const weight = document.createElement("span");
    weight.className = "weight";
    weight.textContent = "tải thêm khoảng 300 KB";
    const begin = window.portal.waiting(told, function () {
      return window.portal.load("tuong-tac.js", "tuongTac").then(function (answering) {
        return answering.open(figure, words(figure, "figcaption"), parts().slice(0, 2));
      }).then(function (closing) {
        close = closing;
        made.textContent = "Xem bản tĩnh";
        figure.querySelector(".live").focus();
      });
    });
    const made = button("Xem tương tác", function () {
      if (!close) return begin();
      close();
      close = null;
      told.textContent = "";
      made.textContent = "Xem tương tác";
    });
    if (!window.vegaEmbed) made.append(weight);
    return made;
  }

  /** Puts the tools of a chart in the place of the button that asked for them; what happens is said in `told`. */
  function open(figure, opener, told) {
    const row = document.createElement("div");
    row.className = "tools";
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", "Xem kỹ và tải biểu đồ");
    if (able()) row.append(looker(figure, told));
    row.append(
      giver("Tải ảnh (PNG)", ".png", photograph, figure, told),
      giver("Tải hình vẽ (SVG)", ".svg", picture, figure, told),
      giver("Tải số liệu (CSV)", ".csv", sheet, figure, told)
    );
    opener.replaceWith(row);
    row.querySelector("button").focus();
  }

  window.bieuDo = { open: open };
})();
