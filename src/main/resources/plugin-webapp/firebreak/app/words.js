/**
 * What the scripts of the forms say to a viewer, in the viewer's language. The English text is the key; the other
 * languages stand in ../words, as do the English singulars.
 */

import i18next from '../library/i18next/i18next.js';

const LANGUAGES = ['en', 'es', 'it', 'pl'];

/** The browser's first language where Firebreak speaks it, else English: the rule by which Tasklist chooses its own. */
export const viewersLanguage = LANGUAGES.find(language => language === first(navigator.languages)) ?? 'en';

/** For dates and numbers: English as it is written in Europe, with the day before the month. */
export const viewersLocale = viewersLanguage === 'en' ? 'en-GB' : viewersLanguage;

const translations = i18next.createInstance();

await translations.init({
  lng: viewersLanguage,
  fallbackLng: 'en',
  // sentences hold points and colons
  keySeparator: false,
  nsSeparator: false,
  interpolation: {
    prefix: '{',
    suffix: '}',
    // nodes take texts as texts
    escapeValue: false,
    // what stands in braces in foreign text stays as it is
    skipOnVariables: true
  },
  resources: Object.fromEntries(await Promise.all([...new Set(['en', viewersLanguage])].map(load)))
});

/**
 * A text of our own in the viewer's language; the English one where it has no translation.
 *
 * @param english the text, with names of values in braces
 * @param values by their names, numbers as such; the one called "count" chooses between singular and plural
 */
export function say(english, values = {}) {
  return translations.t(english, { count: values.count, replace: written(values) });
}

/**
 * A sentence of our own with nodes in it, such as names and moments.
 *
 * @param english the sentence, with names of parts in braces
 * @param parts nodes or texts by their names
 */
export function sentence(english, parts) {
  const made = document.createDocumentFragment();
  const template = translations.t(english, { count: parts.count, skipInterpolation: true });
  const values = written(parts);
  template.split(/\{(\w+)\}/).forEach((piece, index) => made.append(index % 2 === 0 ? piece : values[piece] ?? ''));
  return made;
}

/** "4,000": as numbers are written in the viewer's language. */
export function number(value) {
  return value.toLocaleString(viewersLocale);
}

function written(values) {
  return Object.fromEntries(Object.entries(values)
    .map(([name, value]) => [name, typeof value === 'number' ? number(value) : value]));
}

/** "Crisis lead or Legal": names of which one is enough. */
export function oneOf(names) {
  return new Intl.ListFormat(viewersLocale, { type: 'disjunction' }).format(names);
}

function first(languages) {
  return (languages?.[0] ?? '').split('-')[0].toLowerCase();
}

/** Somebody under fire rather reads English than nothing. */
async function load(language) {
  try {
    const answer = await fetch(new URL(`../words/${language}.json`, import.meta.url));
    return [language, { translation: answer.ok ? await answer.json() : {} }];
  } catch {
    return [language, { translation: {} }];
  }
}
