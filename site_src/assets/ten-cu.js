/* Names of before July 2025, and what they are now. tim-kiem.js loads this file where today's names do not answer a
   question; it then loads the part of tim-kiem/ten-cu/ that the first letter names (generator/country/old_names.py). */
(function () {
  "use strict";
  if (window.tenCu) return;
  const { fold, spell, understood, near, misspelt, entries, make, link } = window.timKiem;
  const NAMES = { x: "Xã", p: "Phường", t: "Thị trấn", h: "Huyện", q: "Quận", s: "Thị xã", c: "Thành phố", T: "Tỉnh" };
  const LEVEL = { T: 1, h: 2, q: 2, s: 2, c: 2, x: 3, p: 3, t: 3 };
  /* What is typed before a name for each kind; two words before one. */
  const TYPED = [["thi tran", "t"], ["thanh pho", "c"], ["thi xa", "s"], ["xa", "x"], ["phuong", "p"], ["huyen", "h"],
    ["quan", "q"], ["tinh", "T"], ["tt", "t"], ["tp", "c"], ["tx", "s"], ["x", "x"], ["p", "p"], ["h", "h"], ["q", "q"]]
    .map(([words, kind]) => [words.split(" "), kind]);
  const IDLE = fold("cũ nay thuộc ở đâu là gì trước đây giờ sáp nhập vào");
  const KIND_WORDS = new Set([].concat(...TYPED.map(([words]) => words)));
  const KIND = /^(Tỉnh|Thành phố|Thị xã|Huyện|Quận) /;
  const LETTERS = "abcdeghijklmnopqrstuvxyz", OLD_NAMES = "danh-sach/ten-cu/";
  const MOST = 8, OPENED = 3, SLIP = 15, OTHER_KIND = 6, OTHER_LEVEL = 30, WINDOW = 12, NEAR = 4;

  const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);
  /** A word as names are compared by: 05 is 5, Kạn is Cạn, Lắk is Lắc, Kỳ is Kì. */
  const alike = (word) => (/^\d+$/.test(word) ? String(Number(word))
    : word.replace(/^k(?=[aou])/, "c").replace(/k$/, "c").replace(/([^aeou]|qu)y$/, "$1i"));

  // --- what is asked -----------------------------------------------------------------------

  /** The words of a question, q1 as quận 1, with their marks where these are sure. */
  function read(text) {
    const parted = text.replace(/(^|[\s,])(q|p|quan|quận|phuong|phường)[.\s]*(\d{1,2})(?=[\s,]|$)/gi, "$1$2 $3");
    const typed = spell(parted), words = understood(parted).asked;
    return { words: words.map(alike), raw: words, typed: typed.length === words.length ? typed : [] };
  }

  /** Whether a word is one of a kind's, of a long one perhaps without a letter: huện. */
  const is = (word, own) => word === own || (own.length > 4 && word.length < own.length && word[0] === own[0] && near(word, own));

  /** The kind that is typed just before a place among words, and where it begins. */
  function kindBefore(words, at) {
    for (const [said, kind] of TYPED) {
      const there = words.slice(Math.max(0, at - said.length), at);
      if (there.length === said.length && said.every((word, i) => is(there[i], word))) return { kind, from: at - said.length };
    }
    return { kind: "", from: at };
  }

  /** The first letters of what may be the name, at most two: behind the lowest kind that is typed; of the first word, as
      in Quan Hóa; of the first that says something. */
  function letters(words) {
    const starts = [];
    for (let at = 1; at < words.length; at++) {
      const { kind } = kindBefore(words, at);
      if (kind) starts.push({ at, level: -LEVEL[kind] });
    }
    starts.sort((a, b) => a.level - b.level || a.at - b.at);
    const all = starts.slice(0, 1).map((one) => words[one.at]).concat(words.slice(0, 1), words.filter((word) => !IDLE.includes(word)).slice(0, 1));
    const parts = all.map((word) => (/^\d/.test(word) ? "so" : word[0])).filter((one) => one === "so" || LETTERS.includes(one));
    return Array.from(new Set(parts)).slice(0, 2);
  }

  // --- the parts ---------------------------------------------------------------------------

  const parts = new Map();

  function loaded(letter) {
    if (parts.has(letter)) return Promise.resolve(parts.get(letter));
    return window.portal.load("../tim-kiem/ten-cu/" + letter + ".js", "tenCu_" + letter).then((groups) => {
      const units = [];
      for (const [province, district, ...texts] of groups) {
        for (const text of texts) {
          const [called, ...codes] = text.split("/"), name = called.slice(1);
          const above = [district, province].filter(Boolean), around = fold(above.map((one) => one.replace(KIND, "")).join(" "));
          units.push({ kind: called[0], name, words: fold(name).map(alike), above, codes, around: around.map(alike) });
        }
      }
      parts.set(letter, units);
      return units;
    });
  }

  let today = null;

  /** Today's communes by their codes, with their provinces. */
  function current(code) {
    if (!today) {
      const provinces = new Map(entries.filter((entry) => entry.province).map((entry) => [entry.title, entry]));
      today = new Map();
      for (const entry of entries) {
        if (entry.own) today.set(entry.own[entry.own.length - 1], { entry, province: provinces.get(entry.small.split(" · ")[0]) });
      }
    }
    return today.get(code);
  }

  // --- finding -----------------------------------------------------------------------------

  /** Whether words only say where a unit was or is: names above it, each perhaps behind its kind. */
  function explained(unit, words) {
    const there = current(unit.codes[0]), now = there && there.province ? there.province.phrases : [];
    const names = (word) => unit.around.includes(word) || now.some((phrase) => phrase.words.some((own) => alike(own) === word)) ||
      (word.length > 3 && unit.around.some((own) => near(own, word)));
    return words.every((word, i) => IDLE.includes(word) || (KIND_WORDS.has(word) && words.slice(i + 1).some(names)) || names(word));
  }

  /** Where a name of so many words may stand, and of how many it is typed: Đakrông for Đa Krông. */
  function stretches(words, size) {
    const made = [];
    for (let at = 0; at < words.length; at++) {
      for (const many of [size, size - 1, size + 1]) if (many > 0 && at + many <= words.length) made.push([at, many]);
    }
    return made;
  }

  /** How badly a unit fits the words at best; Infinity where it does not. `slips` are words that may be one letter off. */
  function fit(unit, { words, typed }, slips) {
    const whole = unit.words.join("");
    let best = Infinity;
    for (const [at, size] of stretches(words, unit.words.length)) {
      const own = words.slice(at, at + size), asOne = own.join("") === whole;
      const wrong = asOne ? [] : own.filter((word, i) => word !== unit.words[i]);
      const fits = asOne || size !== unit.words.length ? asOne : wrong.length <= slips && own.every((word, i) => word === unit.words[i] || (word.length > 2 && near(word, unit.words[i])));
      if (!fits) continue;
      const { kind, from } = kindBefore(words, at);
      if (/^\d/.test(unit.words[0]) && (!kind || LEVEL[kind] !== LEVEL[unit.kind])) continue;
      const rest = words.slice(0, from).concat(words.slice(at + size));
      if (!explained(unit, rest)) continue;
      const said = !kind ? LEVEL[unit.kind] : kind === unit.kind ? 0 : LEVEL[kind] === LEVEL[unit.kind] ? OTHER_KIND : OTHER_LEVEL;
      const marks = typed.length ? misspelt(typed.slice(at, at + size), unit.name) : 0;
      best = Math.min(best, said + marks * SLIP + wrong.length * SLIP);
    }
    return best;
  }

  function among(units, question, slips) {
    const found = units.map((unit) => ({ unit, score: fit(unit, question, slips) })).filter((one) => one.score < Infinity);
    const least = Math.min(...found.map((one) => one.score));
    return found.filter((one) => one.score <= least + (slips ? NEAR : WINDOW)).sort((a, b) => a.score - b.score).map((one) => one.unit);
  }

  /** Promises {units, guessed}: the units of before that a text names, or, where none is, those one letter off. */
  async function find(text) {
    const question = read(text), seen = [];
    for (const letter of letters(question.raw)) {
      const units = await loaded(letter), found = among(units, question, 0);
      if (found.length) return { units: found, guessed: false };
      seen.push(...units);
    }
    return { units: question.words.join("").length < 5 ? [] : among(seen, question, 1), guessed: true };
  }

  // --- showing -----------------------------------------------------------------------------

  /** A unit in words: `Xã Vĩnh Lâm (huyện Vĩnh Linh, tỉnh Quảng Trị cũ)`. */
  function called({ kind, name, above }) {
    return NAMES[kind] + " " + name + (above.length ? " (" + above.map(lower).join(", ") + " cũ)" : " cũ");
  }

  /** Where the list of old names tells of a unit. */
  function listed({ kind, name, above }) {
    const [province, district] = [above[above.length - 1] || name, above.length > 1 ? above[0] : LEVEL[kind] === 2 ? NAMES[kind] + " " + name : ""];
    const slug = (words) => fold(words).join("-");
    return OLD_NAMES + slug(province.replace(/^(Tỉnh|Thành phố) /, "")) + "/" + (district ? "#" + slug(district) : "");
  }

  /** What a unit is now, in a sentence, and the ways there. */
  function told(unit) {
    const there = unit.codes.map(current).filter(Boolean), [first] = there;
    if (unit.kind === "T") {
      const said = called(unit) + " nay thuộc " + lower(first.province.title) + ".";
      return { said, ways: [[first.province.address, first.province.title, first.province.small], [listed(unit), "Các huyện, xã cũ của tỉnh", ""]] };
    }
    const kinds = ["Xã", "Phường", "Đặc khu"].filter((kind) => there.some(({ entry }) => entry.title.startsWith(kind + " ")));
    const several = there.length > 1 ? there.length + " " + kinds.map(lower).join(", ") + ":" : first ? lower(first.entry.title) + "." : "nơi chưa rõ.";
    const ways = there.map(({ entry }) => (entry.address.includes("#")
      ? [listed(unit), entry.title, entry.small + "; xem trong danh sách tên cũ"] : [entry.address, entry.title, entry.small]));
    return { said: called(unit) + " nay thuộc " + several, ways };
  }

  function row([address, title, small]) {
    const item = make("li"), way = item.appendChild(link(address, ""));
    way.append(make("span", "search-title", title), make("span", "search-small", small));
    return item;
  }

  /** The units with what they are now: few with all ways, many with one way each. */
  function list(units) {
    const whole = make("div", "search-former");
    if (units.length > OPENED) {
      const rows = whole.appendChild(make("ul"));
      for (const unit of units.slice(0, MOST)) {
        const { said, ways } = told(unit), names = ways.map((way) => way[1]).join(", ");
        rows.appendChild(row(ways.length === 1 ? [ways[0][0], said, ways[0][2]] : [listed(unit), said, names]));
      }
      if (units.length > MOST) whole.appendChild(make("p", "search-small", "Và " + (units.length - MOST) + " nơi khác cùng tên: gõ thêm tên huyện, tỉnh."));
      return whole;
    }
    for (const unit of units) {
      const { said, ways } = told(unit);
      whole.appendChild(make("p", "search-now", said));
      whole.appendChild(make("ul")).append(...ways.map(row));
    }
    return whole;
  }

  /** Show what a text named before July 2025: below today's answer, above one that is in doubt, in the place of one that
      is none. `isCurrent` tells whether the reader still asks this. */
  async function show(text, result, inDoubt, status, found, isCurrent) {
    const { units, guessed } = await find(text);
    if (!isCurrent()) return;
    const open = !result.total || result.partial || result.guessed;
    if (!units.length || (guessed && !open)) {
      if (!inDoubt) found.appendChild(make("p", "", "Không có tên cũ nào khác như vậy."));
      if (open || !inDoubt) found.appendChild(make("p", "search-small", "Tên đã bỏ từ trước tháng 7/2025, như tỉnh Hà Tây, không có ở đây."));
      return;
    }
    if (guessed ? !result.total : open) {
      status.textContent = guessed ? "Không tìm thấy “" + text + "”. Có phải bạn tìm tên cũ:" : "Tên cũ, trước 01/07/2025:";
      found.textContent = "";
      found.appendChild(list(units));
      return;
    }
    const below = make("div");
    below.append(make("p", "search-group", "Tên cũ, trước 01/07/2025"), list(units));
    const said = status.textContent, old = units.length + " tên cũ"; // an offer ends in a colon
    status.textContent = said.endsWith(":") ? said.slice(0, -1) + " (có " + old + "):" : said.replace(/\.$/, "") + "; " + old + ".";
    if (!guessed && (inDoubt || units[0].kind === "T")) found.prepend(below);
    else found.appendChild(below);
  }

  window.tenCu = { find, show, told };
})();
