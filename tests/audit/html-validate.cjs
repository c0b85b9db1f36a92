// The rules of a standards check. What is off is only how markup is written, never what it means.
module.exports = {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": "off", // capitals or not: the theme writes small letters, and the standard allows both
    "long-title": "off", // advice on search results; indicators keep their official names
    "no-trailing-whitespace": "off", // templates leave it; compressed it weighs nothing
    "void-style": "off", // Markdown writes <img />, which the standard allows
    "valid-id": ["error", { relaxed: true }], // the standard forbids only spaces and nothing at all; the theme uses __name
  },
};
