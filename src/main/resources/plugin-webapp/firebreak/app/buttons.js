/**
 * Tasklist's button says "Complete" or "Start", whatever it does. A form says it in its own words: data-button on its form
 * element, or on each answer where the answer decides.
 */

import { say } from './words.js';

/** Keeps the words on Tasklist's button at what happens next, as long as the form is there. */
export function nameButton(camForm) {
  camForm.on('form-loaded', () => {
    const form = camForm.formElement[0];
    const scope = camForm.formElement.scope();
    let button = null;
    // at each turn of AngularJS: a draft or a script chooses answers as well as people do
    scope.$watch(() => {
      button = buttonOf(form) ?? button;
      write(button, wordsFor(form));
    });
    scope.$on('$destroy', () => write(button, null));
  });
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
