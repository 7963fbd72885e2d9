/**
 * The fields of a form: what the server would refuse is said while somebody types. Limits stand at the fields:
 * required, data-maximum (characters as people count them, as the server does), data-problem (what is right).
 */

import { chooseLanguage } from './language.js';
import { node, refill } from './dom.js';
import { say } from './words.js';

const REQUIRED = { radio: '{field} – choose an answer' };

const watched = new WeakMap();

/**
 * Watches all fields; what is still to do stands in a list right above the button that completes the task, and nothing
 * that is hidden is asked for. Called again, it takes in the fields that were added since.
 */
export function watchFields(camForm) {
  const scope = camForm.formElement.scope();
  const known = watched.get(camForm) ?? [];
  const added = modelled(camForm).filter(({ element }) => !known.some(field => field.element === element));
  added.forEach(field => field.element.dataset.label ??= labelOf(field.element, camForm.formElement[0]));
  added.filter(({ element }) => element.dataset.maximum || element.hasAttribute('pattern')).forEach(keepWhatIsWrong);
  added.filter(({ element }) => element.dataset.maximum).forEach(field => limitLength(field, scope));
  added.filter(({ element }) => element.hasAttribute('data-language'))
    .forEach(({ element, model }) => chooseLanguage(element, model, scope));
  known.push(...added);
  if (!watched.has(camForm)) {
    watched.set(camForm, known);
    askForShownOnly(known, camForm.formElement.controller('form'), scope);
    listOpenPoints(camForm.formElement[0], known, scope);
  }
}

function modelled({ formElement }) {
  return formElement.find('[ng-model]').toArray().map(element => {
    const conditions = conditionsOf(element, formElement);
    const model = formElement.find(element).controller('ngModel');
    return { element, model, isHidden: () => !conditions.every(isMet => isMet()) };
  });
}

/** When it is shown, by what the form says, as the page follows only afterwards. What is outside of the form is Tasklist's. */
function conditionsOf(element, formElement) {
  return formElement.find('[ng-show]').toArray().filter(part => part.contains(element))
    .map(part => () => formElement.find(part).scope()?.$eval(part.getAttribute('ng-show')));
}

/** AngularJS empties what it finds wrong, and with it the draft. */
function keepWhatIsWrong({ model }) {
  model.$overrideModelOptions({ allowInvalid: true });
}

/** Nobody can mend what they don't see: it counts again once it is shown. */
function askForShownOnly(fields, form, scope) {
  const left = new Set();
  scope.$watch(() => fields.map(field => field.isHidden()).join(), () => fields.forEach(field => {
    const { model } = field;
    if (field.isHidden()) {
      left.add(model);
      form.$removeControl(model);
    } else if (left.delete(model)) {
      form.$addControl(model);
      model.$validate();
    }
  }));
}

function labelOf(element, form) {
  const choice = element.closest('[data-choice]');
  const label = choice ? choice.querySelector('legend')
    : form.querySelector(`label[for="${element.id}"]`) ?? element.closest('label');
  return label ? label.textContent.trim() : element.name;
}

function limitLength({ element, model }, scope) {
  const maximum = Number(element.dataset.maximum);
  const counter = node('p', { class: 'help-block firebreak-counter', id: `${element.id}-counter` });
  element.after(counter);
  element.setAttribute('aria-describedby',
    [element.getAttribute('aria-describedby'), counter.id].filter(Boolean).join(' '));
  model.$validators.maximum = text => lengthOf(text) <= maximum;
  scope.$watch(() => lengthOf(model.$viewValue), length => {
    counter.classList.toggle('firebreak-late', length > maximum);
    counter.textContent = length > maximum
      ? say('{surplus} characters too many (at most {most})', { surplus: length - maximum, most: maximum })
      : say('{used} of {most} characters', { used: length, most: maximum });
  });
}

/** In Unicode code points, without the blanks around it: an emoji is not two characters. */
function lengthOf(text) {
  return [...(text ?? '').trim()].length;
}

function listOpenPoints(form, fields, scope) {
  const list = node('ul', {});
  const box = node('div', { class: 'firebreak-open-points', role: 'status' },
    node('p', {}, say('Still to do:')), list);
  form.append(box);
  scope.$watch(() => JSON.stringify(openPoints(fields)), text => {
    const points = JSON.parse(text);
    box.hidden = points.length === 0;
    refill(list, ...points.map(point => openPoint(point, fields)));
  });
  scope.$watch(() => fields.map(wrong).join(), () => fields.forEach(field =>
    field.element.closest('.form-group')?.classList.toggle('has-error', wrong(field))));
}

function wrong({ model }) {
  return model.$invalid && model.$touched && !model.$error.required;
}

/** One point a field; the radio buttons of a choice are one field. */
function openPoints(fields) {
  const points = new Map();
  fields.forEach(({ element, model, isHidden }, index) => {
    // what a form repeats can be taken away again
    const text = element.isConnected && problemOf(element, model);
    if (text && !points.has(text) && !isHidden()) points.set(text, index);
  });
  return [...points];
}

function problemOf(element, model) {
  const label = element.dataset.label;
  if (model.$valid) return null;
  if (model.$error.maximum) return say('{field} – shorten it', { field: label });
  if (model.$error.required && !element.validity.badInput) {
    return say(REQUIRED[element.type] ?? '{field} – fill it in', { field: label });
  }
  return element.dataset.problem
    ? `${label} – ${element.dataset.problem}`
    : say('{field} – this is not right yet', { field: label });
}

function openPoint([text, index], fields) {
  const button = node('button', { type: 'button', class: 'btn btn-link' }, text);
  button.addEventListener('click', () => {
    const { element } = fields[index];
    for (let part = element.closest('details'); part; part = part.parentElement.closest('details')) part.open = true;
    visible(element).focus();
  });
  return node('li', {}, button);
}

/** A code of a language that is hidden has its list before it. */
function visible(element) {
  return element.hidden ? element.previousElementSibling : element;
}
