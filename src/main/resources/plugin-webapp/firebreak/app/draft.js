/** What is typed and not handed in yet. */

import { node } from './dom.js';

const DRAFT_DELAY = 800;

/** What is typed stays in this browser until it is handed in, whatever happens to the page in between. */
export function keepDraft(camForm) {
  const note = node('p', { class: 'help-block firebreak-draft', hidden: '' },
    'What you typed is kept in this browser until you hand it in.');
  camForm.on('form-loaded', () => camForm.formElement[0].append(note));
  let timer;
  const keep = () => {
    clearTimeout(timer);
    note.hidden = true;
    timer = setTimeout(() => camForm.store(failure => { note.hidden = Boolean(failure); }), DRAFT_DELAY);
  };
  camForm.on('form-loaded', () => ['input', 'change'].forEach(event =>
    camForm.formElement[0].addEventListener(event, keep)));
  camForm.on('submit', () => clearTimeout(timer));
}

/** What somebody began to answer, out of what Tasklist kept; null when nobody did. */
export function takeDraft(camForm, name) {
  const kept = camForm.variableManager.variables[name];
  delete camForm.variableManager.variables[name];
  try {
    return JSON.parse(kept?.value ?? null);
  } catch {
    return null;
  }
}
