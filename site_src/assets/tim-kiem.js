/* Search that forgives. portal.js loads this file when a reader first wants to search; it then loads the index
   tim-kiem/muc-luc.js (shape: generator/country/search_index.py). ES2017; all text goes in as text, never as markup. */
(function () {
  "use strict";
  if (window.timKiem) return;
  const ROOT = new URL("../", document.currentScript.src).href;
  const FROM_DISK = location.protocol === "file:";
  const MOST = 20, MOST_OF_A_GROUP = 8, FEW = 5, NOTHING = 9, GOOD = 200, WEAK = 300;
  const GROUPS = ["Xã, tỉnh", "Chỉ tiêu", "Từ ngữ", "Hướng dẫn, trang khác"];
  const KINDS = { x: "Xã ", p: "Phường ", d: "Đặc khu ", n: "" };
  const KIND_WORDS = ["xa", "phuong", "dac", "khu", "tinh"];
  const LISTING = "danh-sach/";
  const LOADING = "Đang tải mục lục…";

  // --- words -------------------------------------------------------------------------------

  /** The words of a text without marks, đ as d: just as plain_words of generator/language/vietnamese.py. */
  function fold(text) {
    const plain = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d");
    return plain.replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1").match(/[a-z0-9]+/g) || [];
  }

  /** The same words with their marks, as letters and tone: the tone may be written on either vowel. */
  function spell(text) {
    const words = text.normalize("NFD").toLowerCase().match(/[a-z0-9đ\u0300-\u036f]+/g) || [];
    const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
    return words.map((word) => ({ letters: word.replace(TONES, ""), tone: (word.match(TONES) || []).join("") }));
  }

  /** How many typed words carry marks that the text has on none of its words. */
  function misspelt(typed, text) {
    const there = spell(text);
    return typed.filter((word) => (word.tone || /[^a-z0-9]/.test(word.letters)) && !there.some((other) =>
      other.letters.startsWith(word.letters) && (!word.tone || word.tone === other.tone))).length;
  }

  /** How well words match: 0 all of them, 1 some in a row, 2 the last only begun, 3 in order, 4 anyhow. */
  function tier(asked, words) {
    const last = asked.length - 1;
    let best = NOTHING;
    for (let at = 0; at + last < words.length; at++) {
      if (!asked.every((word, i) => i === last || word === words[at + i])) continue;
      if (words[at + last] === asked[last]) return words.length === asked.length ? 0 : 1;
      if (words[at + last].startsWith(asked[last])) best = 2;
    }
    if (best < NOTHING) return best;
    let next = 0;
    for (const word of words) if (next <= last && word.startsWith(asked[next])) next++;
    if (next > last) return 3;
    return asked.every((begun) => words.some((word) => word.startsWith(begun))) ? 4 : NOTHING;
  }

  /** Whether one letter more, less or other, or two exchanged, makes one word of the other. */
  function near(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a === b) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i++;
    const rest = (word, from) => word.slice(from);
    return rest(a, i + 1) === rest(b, i + 1) || rest(a, i) === rest(b, i + 1) || rest(a, i + 1) === rest(b, i) ||
      (a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, i + 2) === rest(b, i + 2));
  }

  /** The words without `part` where it stands in a row; null where it does not. */
  function without(words, part) {
    for (let at = 0; at + part.length <= words.length; at++) {
      if (part.every((word, i) => word === words[at + i])) return words.slice(0, at).concat(words.slice(at + part.length));
    }
    return null;
  }

  // --- the index ---------------------------------------------------------------------------

  const entries = [], communes = [], subjects = [];
  let vocabulary = [];

  /** What can be found. `texts` are what it is called, the first its title; `more` are words that only help. */
  function add(group, address, small, texts, rest) {
    const phrases = texts.map((text) => ({ text: text, words: fold(text) }));
    const entry = Object.assign({ group, address, small, title: texts[0], phrases, late: 0 }, rest);
    entry.all = [].concat(...phrases.map((phrase) => phrase.words), entry.more || []);
    entries.push(entry);
    return entry;
  }

  function read(index) {
    for (const list of [entries, communes, subjects]) list.length = 0; // after an index that broke off
    for (const [name, slug, list] of index.provinces) {
      const called = name.replace(/^(Tỉnh|Thành phố) /, ""), own = fold(called);
      const anchor = LISTING + "#tinh-" + slug;
      let code = 0, pages = 0;
      for (let i = 0; i < list.length; i += 2) {
        code = typeof list[i] === "number" ? code + list[i] : list[i];
        const [, empty, letter, proper, given] = /^(-?)([a-z])(.*?)(?:\/([a-z0-9-]*))?$/i.exec(list[i + 1]);
        const digits = typeof code === "number" ? String(code).padStart(5, "0") : code;
        const there = letter !== letter.toLowerCase(), words = fold(proper);
        if (there) pages++;
        const address = there ? slug + "/" + (given || words.join("-")) + "-" + digits + "/" : anchor;
        const small = name + " · " + (/^\d+$/.test(digits) ? "mã " + digits : "chưa có mã") +
          (there && !empty ? "" : " · chưa có số liệu");
        const texts = [KINDS[letter.toLowerCase()] + proper, proper, digits];
        const late = there && !empty ? 0 : 20;
        const entry = add(0, address, small, texts, { own: words.concat(digits), more: fold(name), late });
        if (there) communes.push({ title: entry.title, names: [words, [digits]], province: own, address });
      }
      const found = pages ? pages + " xã, phường, đặc khu có trang ở đây" : "chưa xã nào có số liệu ở đây";
      const short = own.length > 2 ? [own.map((word) => word[0]).join("")] : []; // HCM
      const city = name === called || name.startsWith("Tỉnh") ? [] : [called, ...short].map((word) => "TP " + word);
      add(0, pages ? slug + "/" : anchor, found, [name, called, ...short, ...city], { late: 1 });
    }
    index.subjects.forEach(([id, name, lead, listed]) => {
      subjects.push({ id, name, lead, phrases: [fold(name), fold(lead)] });
      if (listed) add(1, "chi-tieu/#" + id, lead, [name, lead], {});
    });
    for (const [id, name, question, subject, ...everyday] of index.indicators) {
      add(1, "chi-tieu/" + id + "/", question, [name, ...everyday, question], { subject });
    }
    for (const [anchor, word, full, meaning] of index.terms) {
      add(2, "thuat-ngu/#" + anchor, meaning, [word, full], { more: fold(meaning), late: 5 });
    }
    for (const [address, title, description, words, parts] of index.pages) {
      add(3, address, description, [title], { body: words.split(" "), more: fold(address + " " + description) });
      for (const [anchor, heading, own] of parts) {
        add(3, address + "#" + anchor, title, [heading], { body: own.split(" "), more: fold(title), late: 3 });
      }
    }
    vocabulary = Array.from(new Set([].concat(...entries.map((entry) => entry.all))));
  }

  let waiting = null, ready = false;
  function loaded() {
    waiting = waiting || window.portal.load("../tim-kiem/muc-luc.js", "mucLuc").then((index) => {
      read(index);
      ready = true;
    }).catch((problem) => {
      waiting = null;
      throw problem;
    });
    return waiting;
  }

  // --- finding -----------------------------------------------------------------------------

  /** What matches, best first: how well in hundreds, then marks typed otherwise, no data yet, length. */
  function matching(asked, typed, deep, among) {
    const hits = [];
    for (const entry of among || entries) {
      if (entry.own && !asked.some((word) => entry.own.some((name) => name.startsWith(word)))) continue;
      let score = NOTHING * 100, by = entry.phrases[0];
      entry.phrases.forEach((phrase, number) => {
        const own = tier(asked, phrase.words) * 100 + (number && !entry.own ? 10 : 0);
        if (own < score) { score = own; by = phrase; }
      });
      if (score > WEAK) {
        const anyhow = tier(asked, entry.all);
        if (anyhow < NOTHING) score = Math.min(score, Math.max(anyhow, 3) * 100 + 50);
        else if (deep && entry.body && asked.every((word) => entry.body.includes(word))) score = 600;
      }
      if (score >= NOTHING * 100) continue;
      score += misspelt(typed, by.text) * 150 + entry.late + Math.min(by.words.length, 19);
      hits.push({ entry, score, title: entry.title, small: entry.small, by: by.text });
    }
    return hits;
  }

  /** Subject pages of a commune: words that name it, and words that name a subject or an indicator. */
  function below(asked) {
    const hits = [], known = {};
    const named = (rest) => {
      const of = (subject) => Math.min(...subject.phrases.map((words) => tier(rest, words)));
      let found = subjects.map((subject) => ({ subject, how: of(subject) })).filter((one) => one.how < NOTHING);
      if (!found.length) {
        const best = matching(rest, [], false).filter((hit) => hit.entry.subject !== undefined)
          .sort((a, b) => a.score - b.score)[0];
        if (best) found = [{ subject: subjects[best.entry.subject], how: 1 }];
      }
      return found;
    };
    for (const commune of communes) {
      for (const name of commune.names) {
        let rest = without(asked, name);
        if (!rest || !rest.length) continue;
        rest = (without(rest, commune.province) || rest).filter((word) => !KIND_WORDS.includes(word));
        if (!rest.length) continue;
        const key = rest.join(" ");
        known[key] = known[key] || named(rest);
        for (const { subject, how } of known[key]) {
          hits.push({
            entry: { group: 0, address: commune.address + subject.id + "/" }, score: how * 10 + 5,
            title: subject.name + ", " + commune.title.charAt(0).toLowerCase() + commune.title.slice(1), small: subject.lead, by: "",
          });
        }
      }
    }
    return hits;
  }

  /** The nearest where nothing is found: one letter otherwise in one word, or words run together. */
  function nearest(asked) {
    const whole = asked.join("");
    if (whole.length < 5) return [];
    const best = new Map();
    const keep = (hit) => {
      const known = best.get(hit.entry);
      if (hit.score < WEAK && (!known || hit.score < known.score)) best.set(hit.entry, hit);
    };
    asked.forEach((word, i) => {
      if (word.length < 3) return;
      const others = asked.filter((_, j) => j !== i);
      const among = entries.filter((entry) => others.every((begun) => entry.all.some((own) => own.startsWith(begun))));
      for (const other of vocabulary) {
        if (near(word, other)) matching(asked.map((own, j) => (j === i ? other : own)), [], false, among).forEach(keep);
      }
    });
    for (const entry of entries) {
      const by = entry.phrases.find((phrase) => phrase.words.join("") === whole);
      if (by) keep({ entry, score: entry.late, title: entry.title, small: entry.small, by: by.text });
    }
    return Array.from(best.values());
  }

  /** {hits, total, guessed}: at most MOST hits, the better groups first, none crowding out the others. */
  function find(text) {
    const asked = fold(text).slice(0, 12);
    if (!asked.length) return null;
    const typed = spell(text);
    let all = matching(asked, typed, false).concat(below(asked)), guessed = false;
    if (all.some((hit) => hit.score < GOOD)) all = all.filter((hit) => hit.score < WEAK);
    else if (!all.some((hit) => hit.score < WEAK)) all = matching(asked, typed, true).concat(below(asked));
    if (!all.length) { all = nearest(asked); guessed = all.length > 0; }
    all.sort((a, b) => a.score - b.score || (a.title < b.title ? -1 : 1));
    if (guessed) all = all.slice(0, FEW);
    const groups = Array.from(new Set(all.map((hit) => hit.entry.group)));
    const shares = groups.map((group) => all.filter((hit) => hit.entry.group === group));
    let room = MOST - shares.reduce((sum, share) => sum + Math.min(share.length, MOST_OF_A_GROUP), 0);
    let left = MOST;
    const shown = shares.map((share) => {
      const more = Math.max(0, Math.min(room, share.length - MOST_OF_A_GROUP));
      room -= more;
      const part = share.slice(0, Math.min(left, MOST_OF_A_GROUP + more));
      left -= part.length;
      return part;
    });
    return { shown: shown.filter((share) => share.length), total: all.length, guessed, asked };
  }

  // --- showing -----------------------------------------------------------------------------

  function make(tag, name, text) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  function link(address, text) {
    const made = make("a", "", text);
    made.href = ROOT + (FROM_DISK ? address.replace(/(^|\/)(#|$)/, "$1index.html$2") : address);
    return made;
  }

  /** The text with the found beginnings of its words in <mark>. */
  function marked(into, text, asked) {
    for (const piece of text.normalize("NFC").split(/([0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]+)/)) {
      const [word] = fold(piece);
      const found = word && asked.filter((begun) => word.startsWith(begun)).sort((a, b) => b.length - a.length)[0];
      const size = !found ? 0 : word.length === piece.length ? found.length : piece.length;
      if (size) into.appendChild(make("mark", "", piece.slice(0, size)));
      into.appendChild(document.createTextNode(piece.slice(size)));
    }
    return into;
  }

  function number(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ".");
  }

  function list(result) {
    const whole = document.createDocumentFragment();
    result.shown.forEach((hits) => {
      const heading = whole.appendChild(make("p", "search-group", GROUPS[hits[0].entry.group]));
      const items = whole.appendChild(make("ul"));
      items.setAttribute("aria-label", heading.textContent);
      for (const hit of hits) {
        const way = link(hit.entry.address, "");
        marked(way.appendChild(make("span", "search-title")), hit.title, result.asked);
        const nickname = hit.entry.group === 1 && hit.by && hit.by !== hit.title && hit.by !== hit.small;
        const small = nickname ? "“" + hit.by + "” · " + hit.small : hit.small;
        marked(way.appendChild(make("span", "search-small")), small, nickname ? result.asked : []);
        items.appendChild(make("li")).appendChild(way);
      }
    });
    return whole;
  }

  /** The ways that do not need the search. */
  function waysOut() {
    const way = make("p", "search-out", "Xem ");
    way.appendChild(link(LISTING, "danh sách xã A–Z"));
    way.appendChild(document.createTextNode(" hoặc "));
    way.appendChild(link(LISTING + "#tinh", "danh sách các tỉnh"));
    way.appendChild(document.createTextNode("."));
    return way;
  }

  function attach(form) {
    const input = form.querySelector("input[name=q]");
    const results = make("div", "search-results"), status = make("p", "search-status"), found = make("div");
    status.setAttribute("role", "status");
    results.append(status, found);
    form.after(results);
    let timer = 0, shownFor = "", sure = false;

    function say(words, below) {
      status.textContent = words;
      found.textContent = "";
      if (below) found.appendChild(below);
    }
    function show() {
      const text = input.value.trim();
      const result = find(text);
      shownFor = text;
      sure = Boolean(result) && result.total > 0 && !result.guessed &&
        (result.total === 1 || (result.shown[0].length === 1 && result.shown[0][0].entry.group === 0));
      if (!result) say("");
      else if (!result.total) say("Không tìm thấy “" + text + "”. Thử gõ ít chữ hơn, hoặc tên xã, tên tỉnh.", waysOut());
      else {
        const count = result.shown.reduce((sum, hits) => sum + hits.length, 0);
        say(result.guessed ? "Không tìm thấy “" + text + "”. Có phải bạn tìm:" : "Tìm thấy " + number(result.total) + " kết quả" +
          (count < result.total ? ", dưới đây là " + count + " kết quả sát nhất." : "."), list(result));
      }
    }
    function failed(problem) {
      const lost = problem.kind === "lost";
      if (!lost) console.error(problem);
      say(lost ? "Chưa tải được mục lục tìm kiếm; mạng có thể đang yếu." : "Phần tìm kiếm đang có lỗi.", waysOut());
    }
    function run() {
      if (!input.value.trim()) return say("");
      if (!ready && status.textContent !== LOADING) say(LOADING, waysOut());
      return loaded().then(show).catch(failed);
    }
    function clear() {
      input.value = "";
      say("");
      input.focus();
    }
    function onKey(event) {
      const links = Array.from(found.querySelectorAll("a"));
      const at = links.indexOf(document.activeElement);
      if (event.key === "Escape") {
        event.preventDefault();
        if (form.dataset.search === "panel") close();
        else clear();
      } else if (event.key === "ArrowDown" && links.length) {
        event.preventDefault();
        links[Math.min(at + 1, links.length - 1)].focus();
      } else if (event.key === "ArrowUp" && at >= 0) {
        event.preventDefault();
        (at ? links[at - 1] : input).focus();
      }
    }
    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, 120); });
    form.addEventListener("keydown", onKey);
    results.addEventListener("keydown", onKey);
    form.addEventListener("submit", (event) => {
      clearTimeout(timer);
      if (!ready) return; // as without scripts: on to the list from A to Z
      event.preventDefault();
      const first = found.querySelector("a");
      if (!first || shownFor !== input.value.trim()) run();
      else if (sure) first.click();
      else first.focus(); // several answers: the reader chooses
    });
    if (input.value) run();
    else loaded().catch(() => {}); // said when something is typed
  }

  let panel = null, opener = null;
  function close() {
    panel.hidden = true;
    opener.focus();
  }

  /** Put the reader into the page's own field, or into a panel below the header. */
  function open() {
    const own = document.querySelector("[data-search]:not([data-search=panel]) input[name=q]");
    if (own) return own.focus();
    if (!panel) {
      panel = make("div", "search-panel");
      const form = panel.appendChild(make("div", "md-grid")).appendChild(make("form", "search")), line = make("div", "search-line");
      const label = form.appendChild(make("label", "", "Tìm xã, chỉ tiêu, từ ngữ; gõ không dấu cũng được"));
      const input = line.appendChild(make("input")), shut = make("button", "search-close", "Đóng");
      form.setAttribute("role", "search");
      form.dataset.search = "panel";
      form.action = link(LISTING, "").href;
      label.htmlFor = input.id = "tim-o-day";
      input.type = "search";
      input.name = "q";
      input.maxLength = 100;
      input.autocomplete = "off";
      shut.type = "button";
      shut.addEventListener("click", close);
      const go = make("button", "", "Tìm");
      go.type = "submit";
      line.append(go, shut);
      form.appendChild(line);
      panel.addEventListener("click", (event) => { if (event.target.closest(".search-results a")) panel.hidden = true; });
      document.querySelector("header").after(panel);
      attach(form);
    }
    opener = document.activeElement;
    panel.hidden = false;
    return panel.querySelector("input").focus();
  }

  window.timKiem = { open, find, fold };
  const wanted = new URLSearchParams(location.search).get("q");
  document.querySelectorAll("[data-search]").forEach((form) => {
    if (wanted && !form.querySelector("input[name=q]").value) form.querySelector("input[name=q]").value = wanted;
    attach(form);
  });
})();
