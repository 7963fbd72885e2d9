/** The choice of a language: four at hand, any other by its code (BCP 47). */

import { node } from './dom.js';

const AT_HAND = [['es', 'Spanish – español'], ['it', 'Italian – italiano'], ['pl', 'Polish – polski'], ['en', 'English']];
const OTHER = 'other';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** The English name of a language; undefined when the code is malformed or names none. */
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
    node('option', { value: '' }, 'Choose the language'),
    ...AT_HAND.map(([code, name]) => node('option', { value: code }, `${name} (${code})`)),
    node('option', { value: OTHER }, 'Another language …'));
  field.id += '-code';
  field.setAttribute('aria-label', 'The code of the other language');
  field.setAttribute('placeholder', 'Its code, for example pt-BR or ca');
  field.setAttribute('autocomplete', 'off');
  field.classList.add('firebreak-code');
  field.before(list);
  const name = node('p', { class: 'help-block', 'aria-live': 'polite' });
  field.after(name);

  const show = code => {
    const atHand = AT_HAND.some(([known]) => known === code);
    if (code || list.value !== OTHER) list.value = !code ? '' : atHand ? code : OTHER;
    field.hidden = list.value !== OTHER;
    name.textContent = field.hidden || !code ? '' : languageName(code) ?? 'No language has this code.';
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
