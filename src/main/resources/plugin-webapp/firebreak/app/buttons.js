/**
 * Tasklist's button says "Complete" or "Start", whatever it does. A form says it in its own words: data-button on its form
 * element, or on each answer where the answer decides.
 */

import { clickWhatWasPressed } from './press.js';
import { say } from './words.js';

/**
 * Keeps the words on Tasklist's button at what happens next, or at what happens now, as long as the form is there; and one
 * press of it is enough.
 *
 * @param {HandingIn} handingIn of the form
 */
export function nameButton(camForm, handingIn) {
  camForm.on('form-loaded', () => {
    const form = camForm.formElement[0];
    const scope = camForm.formElement.scope();
    let button = null;
    // at each turn of AngularJS: a draft or a script chooses answers as well as people do
    scope.$watch(() => {
      button = buttonOf(form) ?? button;
      write(button, handingIn.isUnderWay ? say('Handing it in …') : wordsFor(form));
    });
    clickWhatWasPressed(scope, () => button, () => lead(form));
    scope.$on('$destroy', () => write(button, null));
  });
}

/** To the first of what is still to do: it came up while the button was pressed. */
function lead(form) {
  form.querySelector('.firebreak-open-points:not([hidden]) button')?.focus();
}

/** In a dialogue that starts a process the button stands below the form, else right after it. */
function buttonOf(form) {
  return form.closest('.modal-content')?.querySelector('.modal-footer .btn-primary')
    ?? form.closest('[cam-tasklist-form]')?.querySelector('.form-actions .btn-primary');
}

function wordsFor(form) {
  const answers = [...form.querySelectorAll(':is(input,option)[data-button]')];
  const chosen = answers.find(answer => answer.checked || answer.selected);
  if (chosen) return chosen.dataset.button;
  return answers.length > 0 ? say('Decide above') : form.dataset.button;
}

/** Without words the button gets its own back. */
function write(button, words) {
  if (!button) return;
  button.dataset.ownWords ??= button.textContent.trim();
  const shown = words || button.dataset.ownWords;
  if (button.textContent.trim() !== shown) button.textContent = shown;
}
