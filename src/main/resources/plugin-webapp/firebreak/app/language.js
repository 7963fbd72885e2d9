/** The choice of a language: four at hand, any other by its code (BCP 47). */

import { node } from './dom.js';
import { say, viewersLanguage } from './words.js';

const AT_HAND = ['es', 'it', 'pl', 'en'];
const OTHER = 'other';

const names = new Intl.DisplayNames([viewersLanguage], { type: 'language', fallback: 'none' });

/** A language's name in the viewer's; undefined when the code is malformed or names none. */
export function languageName(code) {
  try {
    return /^[a-z]{2}(-|$)/i.test(code) ? names.of(code) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Puts a list of languages before a field that takes a code. The field, shown for another language only, stays what
 * is handed in.
 */
export function chooseLanguage(field, model, scope) {
  const list = node('select', { class: 'form-control', id: field.id },
    node('option', { value: '' }, say('Choose the language')),
    ...AT_HAND.map(code => node('option', { value: code }, nameAtHand(code))),
    node('option', { value: OTHER }, say('Another language …')));
  field.id += '-code';
  field.setAttribute('aria-label', say('The code of the other language'));
  field.setAttribute('placeholder', say('Its code, for example pt-BR or ca'));
  field.setAttribute('autocomplete', 'off');
  field.classList.add('firebreak-code');
  field.before(list);
  const name = node('p', { class: 'help-block', 'aria-live': 'polite' });
  field.after(name);

  const show = code => {
    const atHand = AT_HAND.includes(code);
    if (code || list.value !== OTHER) list.value = !code ? '' : atHand ? code : OTHER;
    field.hidden = list.value !== OTHER;
    name.textContent = field.hidden || !code ? '' : languageName(code) ?? say('No language has this code.');
  };
  model.$validators.language = code => !code || languageName(code) !== undefined;
  scope.$watch(() => model.$viewValue, show);
  list.addEventListener('change', () => {
    scope.$apply(() => {
      model.$setViewValue(list.value === OTHER ? '' : list.value);
      model.$render();
      show(model.$viewValue);
    });
    if (list.value === OTHER) field.focus();
  });
}

/** "Spanish – español (es)": people look for a language by its own name, too. */
function nameAtHand(code) {
  const own = new Intl.DisplayNames([code], { type: 'language' }).of(code);
  const name = names.of(code);
  return name === own ? `${name} (${code})` : `${name} – ${own} (${code})`;
}
