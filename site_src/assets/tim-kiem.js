/* Search that forgives. portal.js loads this file when a reader first wants to search; it then loads the index
   tim-kiem/muc-luc.js (shape: generator/country/search_index.py). ES2017; all text goes in as text, never as markup. */
(function () {
  "use strict";
  if (window.timKiem) return;
  const ROOT = new URL("../", document.currentScript.src).href;
  const FROM_DISK = location.protocol === "file:";
  const MOST = 20, MOST_OF_A_GROUP = 8, FEW = 5, MOST_WORDS = 24, MOST_READINGS = 150, NARROW = 700;
  /* How well words match: all there is, in a row, in order, anyhow; more where a word is only begun, where another word
     was meant or left out. Below GOOD nothing is in doubt. */
  const SAME = 0, ROW = 100, ORDER = 320, ANYHOW = 370, BODY = 700, GUIDE = 900, NOTHING = 9999, FAR = 2000;
  const BEGUN = 200, SCATTERED = 80, SPREAD = 650, MISSPELT = 150, OTHERWISE = 25, IDLE = 60, GOOD = 200;
  const [COMMUNES, INDICATORS, TERMS, PAGES, DOCUMENTS, PLACES] = [0, 1, 2, 3, 4, 5];
  const GROUPS = ["Xã, tỉnh", "Chỉ tiêu", "Từ ngữ", "Hướng dẫn, trang khác", "Văn bản", "Nơi làm, nơi giúp"];
  const KINDS = { x: "Xã ", p: "Phường ", d: "Đặc khu ", n: "" };
  const KIND_WORDS = ["xa", "phuong", "dac", "khu", "tinh", "huyen", "thi", "tran", "quan"];
  const LISTING = "danh-sach/";
  const LOADING = "Đang tải mục lục…", PARTLY = "Không có đủ các chữ; gần nhất:";

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
    return words.map((word) => ({
      plain: fold(word).join(""), letters: word.replace(TONES, ""), tone: (word.match(TONES) || []).join(""),
    }));
  }

  /** As `spell`, of a text that comes again and again. */
  function spelt(text) {
    if (!spellings.has(text)) spellings.set(text, spell(text));
    return spellings.get(text);
  }
  const spellings = new Map();
  const hasMarks = (word) => word.tone || word.letters !== word.plain;

  /** How many typed words carry marks that the text has on none of the words that are theirs without marks. */
  function misspelt(typed, text) {
    const there = typed.length ? spelt(text) : [];
    return typed.filter((word) => {
      const alike = hasMarks(word) ? there.filter((other) => other.plain.startsWith(word.plain)) : [];
      return alike.length && !alike.some((other) =>
        other.letters.startsWith(word.letters) && (!word.tone || word.tone === other.tone));
    }).length;
  }

  /** Whether a text that seems to hold words, does not: it has others, which are alike without marks. */
  function lacks(text, words) {
    const there = words.length ? spelt(text) : [];
    return words.some((word) => there.some((other) => other.plain === word.plain) &&
      !there.some((other) => other.letters === word.letters && other.tone === word.tone));
  }

  /** How well words match a text; the last may be only begun, all of them where `loose`. */
  function how(asked, words, loose) {
    const last = asked.length - 1;
    let best = NOTHING;
    for (let at = 0; at + last < words.length; at++) {
      if (!asked.every((word, i) => i === last || word === words[at + i])) continue;
      if (words[at + last] === asked[last]) return words.length === asked.length ? SAME : ROW;
      if (words[at + last].startsWith(asked[last])) best = ROW + BEGUN;
    }
    for (let begun = 0; begun <= (loose ? 2 : 1) && best === NOTHING; begun++) {
      const fits = (word, i) => begun === 2 || (begun && i === last) ? word.startsWith(asked[i]) : word === asked[i];
      let next = 0;
      for (const word of words) if (next <= last && fits(word, next)) next++;
      if (next > last) best = ORDER + begun * BEGUN;
      else if (asked.every((_, i) => words.some((word) => fits(word, i)))) best = ANYHOW + begun * BEGUN;
    }
    return best;
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

  /** Where words stand in a row among others; -1 where they do not. */
  function place(part, words) {
    for (let at = 0; at + part.length <= words.length; at++) if (part.every((word, i) => word === words[at + i])) return at;
    return -1;
  }

  /** The words without `part` where it stands in a row; null where it does not. */
  function without(words, part) {
    const at = place(part, words);
    return at < 0 ? null : words.slice(0, at).concat(words.slice(at + part.length));
  }

  // --- the index ---------------------------------------------------------------------------

  const entries = [], communes = [], subjects = [];
  let having = new Map(), vocabulary = [], alike = new Map(), sayings = new Set(), idle = new Map(), begins = new Map(), last = null;

  /** What can be found. `texts` are what it is called, the first its title; `more` are words that only help. */
  function add(group, address, small, texts, rest) {
    const phrases = texts.map((text) => ({ text, words: fold(text) }));
    for (const phrase of phrases) phrase.line = " " + phrase.words.join(" ") + " ";
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
        const [, empty, letter, proper, old, given] = /^(-?)([a-z])(.*?)(\*?)(?:\/([a-z0-9-]*))?$/i.exec(list[i + 1]);
        const digits = typeof code === "number" ? String(code).padStart(5, "0") : code;
        const there = letter !== letter.toLowerCase(), words = fold(proper);
        if (there) pages++;
        const address = there ? slug + "/" + (given || words.join("-")) + "-" + digits + "/" : anchor;
        const small = name + " · " + (/^\d+$/.test(digits) ? "mã " + digits : "chưa có mã") +
          (there && !empty ? "" : " · chưa có số liệu");
        const texts = [KINDS[letter.toLowerCase()] + proper, proper, digits];
        const late = there && !empty ? 0 : 20;
        const entry = add(COMMUNES, address, small, texts, { own: words.concat(digits), name: words, more: fold(name), late, old });
        if (there) communes.push({ title: entry.title, names: [words, [digits]], province: own, address });
      }
      const found = pages ? pages + " xã, phường, đặc khu có trang ở đây" : "chưa xã nào có số liệu ở đây";
      const short = own.length > 2 ? [own.map((word) => word[0]).join("")] : []; // HCM
      const city = name === called || name.startsWith("Tỉnh") ? [] : [called, ...short].map((word) => "TP " + word);
      add(COMMUNES, pages ? slug + "/" : anchor, found, [name, called, ...short, ...city], { late: 1, name: own, province: true });
    }
    index.subjects.forEach(([id, name, lead, listed, ...everyday]) => {
      subjects.push({ id, name, lead, phrases: [name, lead, ...everyday].map(fold) });
      const there = listed ? "chi-tieu/#" + id : LISTING;
      add(INDICATORS, there, lead + (listed ? "" : " Mời chọn xã để xem."), [name, ...everyday, lead], { late: listed ? 0 : 5 });
    });
    for (const [id, name, question, subject, ...everyday] of index.indicators) {
      add(INDICATORS, "chi-tieu/" + id + "/", question, [name, ...everyday, question], { subject });
    }
    for (const [anchor, word, full, meaning] of index.terms) {
      add(TERMS, "thuat-ngu/#" + anchor, meaning, [word, full], { more: fold(meaning), late: /[^,] /.test(word) ? 105 : 5, later: 100 });
    }
    for (const [address, title, description, words, parts] of index.pages) {
      const guide = address.startsWith("huong-dan/") ? GUIDE : BODY;
      add(PAGES, address, description, [title], { guide, body: words.split(" "), more: fold(address + " " + description), late: 40 });
      for (const [anchor, heading, own] of parts) {
        add(PAGES, address + "#" + anchor, title, [heading], { guide, body: own.split(" "), more: fold(title), late: 60 });
      }
    }
    for (const [address, name, title] of index.documents || []) add(DOCUMENTS, address, title, [name, title], { late: 10 });
    for (const [address, name, what, ...everyday] of index.places || []) add(PLACES, address, what, [name, ...everyday], { whole: 100 });
    having = new Map();
    for (const entry of entries) {
      for (const word of entry.all) having.set(word, (having.get(word) || new Set()).add(entry));
    }
    vocabulary = Array.from(having.keys()).sort();
    alike = new Map();
    for (const group of index.alike || []) for (const phrase of group) means(phrase, group);
    for (const [, word, full] of index.terms) {
      for (const short of word.split(", ")) if (short === short.toUpperCase()) means(short, [full]);
    }
    idle = new Map((index.idle || "").split(" ").filter(Boolean).map((word) => [fold(word).join(""), []]));
    for (const word of spell(index.idle || "")) idle.get(word.plain).push(word);
    last = lastCommune();
  }

  /** Say that a phrase may stand for others. */
  function means(phrase, others) {
    const words = fold(phrase), there = alike.get(words[0]) || [];
    there.push({ words, others: others.filter((one) => one !== phrase).map((one) => ({ words: fold(one), typed: spell(one) })) });
    alike.set(words[0], there);
    for (const word of words) sayings.add(word);
  }

  /** The commune that the reader looked at last: of this page, of the one before, or as this browser remembers. */
  function lastCommune() {
    const on = (page) => communes.find((one) => (page || "").startsWith(ROOT + one.address));
    const here = on(location.href) || on(document.referrer);
    try {
      if (here) localStorage.setItem("xa", here.address);
      return here || on(ROOT + localStorage.getItem("xa"));
    } catch (e) { return here; } // a browser that remembers nothing
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

  // --- what is asked -----------------------------------------------------------------------

  /** The known words that begin so. */
  function starting(begun) {
    let low = 0, high = vocabulary.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (vocabulary[middle] < begun) low = middle + 1; else high = middle;
    }
    const first = low;
    while (low < vocabulary.length && vocabulary[low].startsWith(begun)) low++;
    return vocabulary.slice(first, low);
  }

  const known = (word, isLast) => having.has(word) || idle.has(word) || sayings.has(word) || Boolean(isLast && starting(word).length);

  /** A word that nobody knows: what Telex or VNI left in it is taken out, or the words run together in it are parted. */
  function repaired(word) {
    const telex = word.replace(/([adeo])\1/g, "$1").replace(/([aou])w/g, "$1").replace(/w/g, "u").replace(/([aeiouy][a-z]*?)[sfrxj]/g, "$1");
    const plain = [telex, word.replace(/[1-9]/g, "")].find((one) => having.has(one));
    return plain ? [plain] : parted(word) || [word];
  }

  /** The known words, as few as may be, that were run together; null where they were not. */
  function parted(word) {
    for (let ways = [[0]], most = 5; ways.length && word.length > 3 && most; most--) {
      const next = [];
      for (const cuts of ways) {
        const from = cuts[cuts.length - 1];
        for (let to = from + 2; to <= word.length; to++) {
          if (!having.has(word.slice(from, to))) continue;
          if (to === word.length) return cuts.map((cut, i) => word.slice(cut, i + 1 < cuts.length ? cuts[i + 1] : to));
          next.push(cuts.concat(to));
        }
      }
      ways = next;
    }
    return null;
  }

  /** The words of a question, mended one by one, with their marks where these are sure. */
  function understood(text) {
    const words = fold(text).slice(0, MOST_WORDS), typed = spell(text);
    const sure = typed.length >= words.length && words.every((word, i) => typed[i].plain === word);
    const mended = words.map((word, i) => (known(word, i === words.length - 1) ? [word] : repaired(word)));
    const isIdle = (word, i) => idle.has(word) && (!sure || !hasMarks(typed[i]) ||
      idle.get(word).some((own) => own.letters === typed[i].letters && own.tone === typed[i].tone));
    const kept = mended.filter((parts, i) => !isIdle(parts[0], i));
    const asked = [].concat(...mended);
    return { asked, typed: sure ? typed : [], content: kept.length ? [].concat(...kept) : asked };
  }

  /** The same question in other words, and what each other word costs. */
  function readings(asked) {
    const made = new Map([[asked.join(" "), { words: asked, cost: 0, from: 0, meant: [] }]]);
    for (const { words, cost, from, meant } of made.values()) {
      if (cost > OTHERWISE) break;
      for (let at = from; at < words.length; at++) {
        for (const one of alike.get(words[at]) || []) {
          if (!one.words.every((word, i) => word === words[at + i])) continue;
          for (const other of one.others) {
            if (made.size >= MOST_READINGS) return Array.from(made.values());
            const next = words.slice(0, at).concat(other.words, words.slice(at + one.words.length)), key = next.join(" ");
            const now = { words: next, cost: cost + OTHERWISE, from: at + other.words.length, meant: meant.concat(other.typed) };
            if (!made.has(key)) made.set(key, now);
          }
        }
      }
    }
    return Array.from(made.values());
  }

  // --- finding -----------------------------------------------------------------------------

  /** The entries that have a word, or one that begins so. */
  function holding(word, begun) {
    if (!begun) return having.get(word) || new Set();
    if (!begins.has(word)) {
      const all = new Set();
      for (const own of starting(word)) having.get(own).forEach((entry) => all.add(entry));
      begins.set(word, all);
    }
    return begins.get(word);
  }

  /** The entries that have all words: whole, but for the last; where `loose`, only begun. */
  function among(asked, loose) {
    let left = null;
    asked.forEach((word, i) => {
      if (left && !left.length) return;
      const there = holding(word, loose || i === asked.length - 1);
      left = left ? left.filter((entry) => there.has(entry)) : Array.from(there);
    });
    return left || [];
  }

  function keep(best, hit) {
    const there = best.get(hit.entry);
    if (!there || hit.score < there.score) best.set(hit.entry, hit);
  }

  function hit(entry, score, by, words) {
    return { entry, score: score + entry.late + Math.min(by.words.length, 19), title: entry.title, small: entry.small, by: by.text, words };
  }

  const said = (entry) => entry.phrases.map((phrase) => phrase.text).join(" ");

  /** How an entry matches one reading of the question. */
  function weighed(entry, { words, cost, meant }, typed, loose) {
    if (entry.own && !words.some((word) => entry.own.some((name) => name.startsWith(word)))) return null;
    const called = !entry.own || [entry.name, entry.own.slice(-1), entry.more].some((name) => place(name, words) >= 0);
    let score = NOTHING, by = entry.phrases[0];
    entry.phrases.forEach((phrase, number) => {
      const well = how(words, phrase.words, loose);
      const own = well + (number && !entry.own ? 10 : 0) + (number && entry.later || 0) + (well > SAME && entry.whole || 0);
      if (own < score) { score = own; by = phrase; }
    });
    const scattered = score > ORDER && called ? Math.max(how(words, entry.all, loose), ORDER) + SCATTERED : NOTHING;
    const text = scattered < score ? said(entry) : by.text;
    score = Math.min(score, scattered);
    if (score >= NOTHING || lacks(text, meant)) return null;
    const slips = misspelt(typed, text);
    if (slips > 1 && slips === typed.filter(hasMarks).length) return null;
    return hit(entry, score + cost + slips * MISSPELT, by, words);
  }

  /** What has all words of the question, said in any way, with and without those that nobody looks for. */
  function matching({ asked, content, typed }, loose) {
    const best = new Map();
    for (const words of content.length < asked.length ? [asked, content] : [asked]) {
      for (const reading of readings(words)) {
        if (words !== asked) reading.cost += IDLE;
        for (const entry of among(reading.words, loose)) {
          const found = weighed(entry, reading, typed, loose);
          if (found) keep(best, found);
        }
      }
      if (Array.from(best.values()).some((one) => one.score < GOOD)) break;
    }
    return Array.from(best.values());
  }

  /** Pages written by hand whose text has all words somewhere. */
  function inBodies({ content }) {
    return entries.filter((entry) => entry.body && content.every((word) => entry.body.includes(word)))
      .map((entry) => hit(entry, entry.guide, entry.phrases[0], content));
  }

  /** The subjects that words name, by themselves or, better, by an indicator; `look` finds what they name. */
  function named(rest, look) {
    const of = (subject) => Math.min(...subject.phrases.map((words) => how(rest, words)));
    const direct = subjects.map((subject) => ({ subject, score: of(subject) })).filter((one) => one.score < NOTHING);
    const best = look({ asked: rest, content: rest, typed: [] })
      .filter((found) => found.entry.subject !== undefined).sort((a, b) => a.score - b.score)[0];
    const better = best && direct.every((one) => best.score < one.score);
    return better ? [{ subject: subjects[best.entry.subject], score: best.score }] : direct;
  }

  /** Subject pages of communes: words that name a commune, and words that name a subject or an indicator. */
  function below({ asked, content }, of, look) {
    const hits = [], seen = {};
    for (const commune of of) {
      for (const name of commune.names) {
        const all = without(asked, name);
        if (!all) continue;
        const left = without(content, name) || all;
        const bare = (without(left, commune.province) || left).filter((word) => !KIND_WORDS.includes(word));
        const naming = (words) => {
          const key = words.join(" ");
          seen[key] = seen[key] || (words.length ? named(words, look) : []);
          return seen[key];
        };
        const just = naming(all).filter((one) => one.score < ROW); // with the words that nobody looks for
        const rest = just.length ? all : bare;
        if (!rest.length) continue;
        for (const { subject, score } of just.length ? just : naming(bare)) {
          const title = subject.name + ", " + commune.title.charAt(0).toLowerCase() + commune.title.slice(1);
          const entry = { group: COMMUNES, address: commune.address + subject.id + "/", title, small: subject.lead, late: 0 };
          hits.push(hit(entry, score / 10, { text: "", words: [] }, asked));
        }
        hits.push(...matching({ asked: rest, content: rest, typed: [] }).filter((one) => one.entry.group === PLACES && one.score < ROW));
      }
    }
    return hits;
  }

  /** The nearest where nothing is found: one letter otherwise in one word, first in words that nobody knows. */
  function nearest({ asked, content }) {
    const best = new Map(), strange = asked.filter((word, i) => !known(word, i === asked.length - 1));
    if (strange.length > 1 || asked.join("").length < 5 || (!strange.length && (content.length > 3 || asked.some((word) => KIND_WORDS.includes(word))))) return [];
    const words = strange.length ? asked : content;
    words.forEach((word, i) => {
      if (word.length < 3 || (strange.length && word !== strange[0])) return;
      for (const other of vocabulary) {
        if (!near(word, other)) continue;
        const way = words.map((own, j) => (j === i ? other : own));
        const slip = { asked: way, content: strange.length ? way.filter((own) => content.includes(own) || own === other) : way, typed: [] };
        const found = strange.length ? matching(slip).concat(below(slip, communes, matching)) : matching(slip);
        for (const one of found) if (one.score < (strange.length ? BODY : GOOD)) keep(best, one);
      }
    });
    return Array.from(best.values());
  }

  /** What a name shares with words: those that are the same, and a little where another begins alike. */
  function alikeIn(name, words, weight) {
    const same = name.filter((own) => words.includes(own));
    const more = name.filter((own) => !same.includes(own) && words.some((word) => !same.includes(word) && word[0] === own[0]));
    return same.length ? same.reduce((sum, own) => sum + weight(own), 0) + more.length : 0;
  }

  /** What has the most of the question: rare words weigh more, words in a row too; a commune counts by its whole name. */
  function partial({ asked, content, typed }) {
    const best = new Map(), kinded = asked.some((word) => KIND_WORDS.includes(word));
    const weights = new Map();
    const weight = (word) => {
      if (!weights.has(word)) weights.set(word, idle.has(word) && !content.includes(word) ? 0 : Math.log((entries.length + 1) / (holding(word).size + 1)));
      return weights.get(word);
    };
    for (const { words, cost, meant } of readings(asked).slice(0, FEW * 5)) {
      const whole = words.reduce((sum, word) => sum + weight(word), 0) || 1, parts = new Map(), line = " " + words.join(" ") + " ";
      for (const word of new Set(words)) {
        if (weight(word)) for (const entry of holding(word)) parts.set(entry, (parts.get(entry) || 0) + weight(word) / whole);
      }
      for (const [entry, part] of parts) {
        if (part < 0.2) continue;
        let worth = part;
        if (entry.name) {
          const called = place(entry.name, words) >= 0 || (entry.own && words.includes(entry.own[entry.own.length - 1]));
          worth = called ? part + (kinded ? 0.5 : 0.25) : kinded && entry.own ? alikeIn(entry.name, words, weight) * 0.8 / whole : 0;
        } else {
          const pair = (i) => i > 0 && i < words.length && entry.phrases.some((phrase) => phrase.line.includes(" " + words[i - 1] + " " + words[i] + " "));
          const alone = words.filter((word, i) => weight(word) && entry.all.includes(word) && !pair(i) && !pair(i + 1));
          const full = entry.phrases.some((phrase) => phrase.words.length > 1 && line.includes(phrase.line));
          const loss = alone.reduce((sum, word) => sum + weight(word) * 0.7, 0) / whole;
          if (alone.length < words.filter((word) => entry.all.includes(word)).length) worth += 0.25 - loss;
          if (full) worth += 0.25;
          if (entry.group === PLACES && !full && worth < 0.85) continue;
          if (entry.group === DOCUMENTS) worth *= 0.7;
        }
        if (worth > 0.4) worth -= misspelt(typed, said(entry)) * 0.4;
        if (worth < 0.4 || lacks(said(entry), meant)) continue;
        const late = (entry.later || 0) * 2 + (entry.guide === GUIDE ? 200 : 0) + cost;
        keep(best, hit(entry, Math.round(FAR - worth * 1000) + late, entry.phrases[0], words));
      }
    }
    const hits = below({ asked, content, typed }, communes, partial).map((one) => Object.assign(one, { score: one.score + 500 }))
      .concat(Array.from(best.values())).sort((a, b) => a.score - b.score);
    const certain = hits.length && hits[0].entry.name;
    return hits.filter((one) => one.score < hits[0].score + 250 && !(certain && one.entry.group === DOCUMENTS)).slice(0, FEW);
  }

  /** {shown, total, guessed, partial, near}: at most MOST hits, the better groups first, none crowding out the others. */
  function find(text) {
    const question = understood(text);
    if (!question.asked.length) return null;
    begins.clear();
    let all = matching(question).concat(below(question, communes, matching)), guessed = false, isPartial = false;
    const weak = all.filter((one) => one.score >= SPREAD);
    all = all.filter((one) => one.score < SPREAD);
    const bodies = all.some((one) => one.score < ORDER) ? [] : inBodies(question);
    if (all.some((one) => one.score < GOOD)) all = all.filter((one) => one.score < ORDER);
    else all = all.concat(bodies.filter((one) => one.score < GUIDE));
    if (!all.length && question.content.length <= 2) all = weak.length ? weak : matching(question, true);
    if (!all.length && !bodies.length) { all = nearest(question); guessed = all.length > 0; }
    if (!all.length) { all = partial(question); isPartial = all.length > 0; }
    if (!all.length || isPartial) all = all.concat(bodies.slice(0, FEW).map((one) => Object.assign(one, { score: one.score + FAR })));
    all.sort((a, b) => a.score - b.score || (a.title < b.title ? -1 : 1));
    if (all.some((one) => one.entry.name && one.score < ROW)) all = all.filter((one) => one.entry.group !== DOCUMENTS);
    if (!isPartial && all.length) all = all.filter((one) => one.score < all[0].score + 250);
    if (guessed) all = all.slice(0, FEW);
    const groups = Array.from(new Set(all.map((one) => one.entry.group)));
    const shares = groups.map((group) => all.filter((one) => one.entry.group === group));
    let room = MOST - shares.reduce((sum, share) => sum + Math.min(share.length, MOST_OF_A_GROUP), 0);
    let left = MOST;
    const shown = shares.map((share) => {
      const more = Math.max(0, Math.min(room, share.length - MOST_OF_A_GROUP));
      room -= more;
      const part = share.slice(0, Math.min(left, MOST_OF_A_GROUP + more));
      left -= part.length;
      return part;
    });
    return { shown: shown.filter((share) => share.length), total: all.length, guessed, partial: isPartial, runnerUp: all.length > 1 ? all[1].score : NOTHING, near: nearby(question) };
  }

  /** The same asked of the commune that the reader looked at last. */
  function nearby({ asked, content }) {
    if (!last || communes.some((one) => one.names.some((name) => place(name, asked) >= 0))) return null;
    if (content.every((word) => idle.has(word))) return { address: last.address, title: "" };
    const [found] = below({ asked: asked.concat(last.names[0]), content: content.concat(last.names[0]) }, [last], matching)
      .filter((one) => one.entry.group === COMMUNES).sort((a, b) => a.score - b.score);
    return found ? { address: found.entry.address, title: found.title.split(",")[0] } : null;
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
    made.href = address.startsWith("https://") ? address : ROOT + (FROM_DISK ? address.replace(/(^|\/)(#|$)/, "$1index.html$2") : address);
    return made;
  }

  /** The text with its found words in <mark>: whole ones, with the marks that were typed. */
  function marked(into, text, asked, typed) {
    for (const piece of text.normalize("NFC").split(/([0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]+)/)) {
      const [word] = spell(piece);
      const found = word && asked.includes(word.plain) && !misspelt(typed.filter((one) => one.plain === word.plain), piece);
      into.appendChild(found ? make("mark", "", piece) : document.createTextNode(piece));
    }
    return into;
  }

  function number(count) {
    return String(count).replace(/\B(?=(\d{3})+$)/g, ".");
  }

  function list(result, typed) {
    const whole = document.createDocumentFragment();
    result.shown.forEach((hits) => {
      const heading = whole.appendChild(make("p", "search-group", GROUPS[hits[0].entry.group]));
      const items = whole.appendChild(make("ul"));
      items.setAttribute("aria-label", heading.textContent);
      for (const hit of hits) {
        const way = link(hit.entry.address, "");
        marked(way.appendChild(make("span", "search-title")), hit.title, hit.words, typed);
        const nickname = hit.entry.group === INDICATORS && hit.by && hit.by !== hit.title && hit.by !== hit.small;
        const small = nickname ? "“" + hit.by + "” · " + hit.small : hit.small;
        marked(way.appendChild(make("span", "search-small")), small, nickname ? hit.words : [], typed);
        items.appendChild(make("li")).appendChild(way);
      }
    });
    return whole;
  }

  /** The same question at the commune that was looked at last. */
  function offer(text, near) {
    const line = make("p", "search-near");
    const where = last.title.charAt(0).toLowerCase() + last.title.slice(1);
    line.appendChild(link(near.address, near.title ? "“" + text + "” ở " + where + ": " + near.title : "Xem " + where));
    return line;
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
      results.classList.toggle("answered", Boolean(words));
    }
    /** What a name was before July 2025: where today's names do not answer, or on demand (ten-cu.js). */
    function former(text, result) {
      const hits = result.total ? result.shown[0] : [], [first] = hits;
      const inDoubt = !first || first.score >= GOOD || result.partial || result.guessed;
      const ask = () => window.portal.load("ten-cu.js", "tenCu")
        .then((old) => old.show(text, result, inDoubt, status, found, () => input.value.trim() === text))
        .catch((problem) => {
          if (problem.kind !== "lost") console.error(problem);
          found.appendChild(make("p", "", "Chưa tải được danh sách tên cũ."));
        });
      if (inDoubt || hits.some((one) => one.entry.old && one.score < first.score + ROW)) {
        return setTimeout(() => { if (input.value.trim() === text) ask(); }, 300); // not while somebody types
      }
      const { asked, content } = understood(text);
      if (!first.entry.name && content.length === asked.length) return; // unless a word was left out, as of Hồ Xá
      const way = found.appendChild(make("button", "search-old", "Tìm cả tên cũ, trước 01/07/2025"));
      way.type = "button";
      way.addEventListener("click", () => { way.remove(); ask(); });
    }
    function show() {
      const text = input.value.trim();
      const result = find(text);
      shownFor = text;
      sure = Boolean(result) && result.total > 0 && !result.guessed && !result.partial &&
        (result.total === 1 || (result.shown[0].length === 1 && result.shown[0][0].entry.group === COMMUNES) ||
        (result.shown[0][0].entry.group === TERMS && result.shown[0][0].score < result.runnerUp - ROW));
      if (!result) say("");
      else if (!result.total) say("Không tìm thấy “" + text + "”. Thử gõ ít chữ hơn, hoặc tên xã, tên tỉnh.", waysOut());
      else {
        const count = result.shown.reduce((sum, hits) => sum + hits.length, 0);
        say(result.guessed ? "Không tìm thấy “" + text + "”. Có phải bạn tìm:" : result.partial ? PARTLY : "Tìm thấy " + number(result.total) + " kết quả" +
          (count < result.total ? ", dưới đây là " + count + " kết quả sát nhất." : "."), list(result, spell(text)));
      }
      if (result && result.near) found.prepend(offer(text, result.near));
      if (result) former(text, result);
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
    /* On a telephone the keyboard covers half the screen: the field goes to its top. */
    const raised = () => { if (innerWidth < NARROW) form.scrollIntoView({ block: "start" }); };
    input.addEventListener("focus", raised);
    if (document.activeElement === input) raised();
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

  window.timKiem = { open, find, fold, spell, understood, near, misspelt, entries, make, link };
  const wanted = new URLSearchParams(location.search).get("q");
  document.querySelectorAll("[data-search]").forEach((form) => {
    if (wanted && !form.querySelector("input[name=q]").value) form.querySelector("input[name=q]").value = wanted;
    attach(form);
  });
})();
