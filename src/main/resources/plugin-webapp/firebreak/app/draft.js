/**
 * What is typed and not handed in yet. It is kept in this browser at once and on the server a moment later, per task and
 * person (see docs/tasklist.md), in place of what Tasklist itself keeps; its button "Save" leads here as well.
 */

import { Draft } from './draft-keeper.js';

/**
 * Keeps what is typed into the form until it is handed in, whatever happens to page, session, machine or task.
 *
 * @returns {Draft} for whoever hands it in
 */
export function keepDraft(camForm) {
  const draft = new Draft(camForm);
  const fetchVariables = camForm.fetchVariables;
  camForm.fetchVariables = whenFetched => {
    const loading = draft.load();
    fetchVariables.call(camForm, async (failure, variables) => {
      await loading;
      // undefined where the person went on to something else meanwhile
      camForm.formElement.scope()?.$apply(() => whenFetched(failure, variables));
    });
  };
  camForm.isRestorable = () => draft.isThere();
  camForm.restore = () => draft.restore();
  camForm.store = whenStored => {
    draft.resume();
    draft.note();
    draft.send();
    whenStored?.();
  };
  camForm.on('form-loaded', () => draft.notes.addTo(camForm.formElement[0]));
  camForm.on('variables-applied', () => {
    draft.watch();
    draft.notes.comeBack();
  });
  return draft;
}
