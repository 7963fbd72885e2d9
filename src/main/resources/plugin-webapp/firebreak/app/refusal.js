/** What the server does not do, in the place where the person looks. */

import { foreign, node } from './dom.js';
import { say, sentence } from './words.js';

/** Shows the server's sentence where the person looks, without the engine's words around it. */
export function showRefusals(camForm) {
  const box = node('div', { class: 'alert alert-danger firebreak-refusal', role: 'alert', tabindex: '-1', hidden: '' });
  camForm.on('form-loaded', () => camForm.formElement[0].append(box));
  camForm.on('submit', () => { box.hidden = true; });
  camForm.on('submit-failed', (form, [failure]) => {
    // Tasklist's own notice, if the person is at another task by now, shows the same object
    failure.message = sentenceOf(failure.message);
    box.replaceChildren(sentence('{notDone} {reason}', {
      notDone: node('strong', {}, say('Not done.')), reason: foreign('span', failure.message)
    }));
    box.hidden = false;
    // after AngularJS is done: leaving a field makes it begin again
    setTimeout(() => {
      box.focus();
      box.scrollIntoView({ block: 'center' });
    });
  });
}

function sentenceOf(message) {
  if (!message) return say("Firebreak can't be reached; what you typed is kept. Please try again.");
  return message.replace(/^Cannot (submit task form|instantiate process definition) \S+:\s*/, '');
}

/**
 * Says what went wrong, with a button that tries again, once: it keeps the focus until what it brings takes the place of
 * all this.
 */
export function failedToLoad({ message }, again) {
  const button = node('button', { type: 'button', class: 'btn btn-default' }, say('Try again'));
  button.addEventListener('click', () => {
    button.setAttribute('aria-disabled', 'true');
    again();
  }, { once: true });
  return node('div', { class: 'alert alert-danger', role: 'alert' }, node('p', {}, message), button);
}
