/** Handing a form in: what stood in it at the click, once, and never without a word. */

import { say } from './words.js';

/** What Tasklist keeps silent about: the form itself says what was refused, and a second notice would lie in its way. */
const SAID = new Error('camForm submission prevented');

/**
 * Stands around Tasklist's own handing in, which leaves its button pressed without a word where something goes wrong before
 * the server is asked, or where the server can't be reached.
 */
export class HandingIn {
  /** @param draft of the form: it must not come to the server after what is handed in */
  constructor(camForm, draft) {
    this.camForm = camForm;
    this.draft = draft;
    /** From the click until it is over. */
    this.isUnderWay = false;
    this.isSaid = false;
    const { submit } = camForm;
    camForm.submit = whenSubmitted => this.begin(submit, whenSubmitted);
    camForm.submitVariables = whenAnswered => this.send(whenAnswered);
    camForm.on('submit-failed', () => { this.isSaid = true; });
  }

  begin(submit, whenSubmitted) {
    if (this.isUnderWay) return;
    this.isUnderWay = true;
    this.isSaid = false;
    this.root = this.camForm.formElement.scope().$root;
    this.draft.note();
    this.draft.pause();
    const whenOver = (failure, result) => this.finish(whenSubmitted, failure, result);
    try {
      submit.call(this.camForm, whenOver);
    } catch (failure) {
      whenOver(failure);
    }
  }

  /** What is typed after the click is no part of it. */
  async send(whenAnswered) {
    try {
      const variables = this.camForm.parseVariables();
      await this.draft.arrived();
      submitForm(this.camForm, variables, whenAnswered);
    } catch (failure) {
      whenAnswered(broken(failure));
    }
  }

  finish(whenSubmitted, failure, result) {
    if (!this.isUnderWay) return;
    this.isUnderWay = false;
    if (isLeft(this.camForm)) this.finishElsewhere(whenSubmitted, failure);
    else this.finishHere(whenSubmitted, failure, result);
    if (failure) this.draft.resume();
    else this.draft.done();
    // Tasklist lets go of its button without looking at the page again
    this.root.$applyAsync();
  }

  finishHere(whenSubmitted, failure, result) {
    if (failure && !this.isSaid) this.camForm.fireEvent('submit-failed', broken(failure));
    whenSubmitted(failure && SAID, result);
  }

  /** Whoever is at another task by now stays there, and gets to know of a refusal from Tasklist's notice. */
  finishElsewhere(whenSubmitted, failure) {
    if (failure) whenSubmitted(failure);
    else this.root.$broadcast('refresh');
  }
}

/** Tasklist's client stumbles where there is no answer at all: then only what it promised tells so. */
function submitForm({ client, taskId, processDefinitionId }, variables, whenAnswered) {
  let isAnswered = false;
  const sent = client.resource(taskId ? 'task' : 'process-definition')
    .submitForm({ id: taskId ?? processDefinitionId, variables }, (...answer) => {
      isAnswered = true;
      whenAnswered(...answer);
    });
  sent.catch(({ status }) => {
    // who is signed out is asked to sign in, and comes back to the same form
    if (!isAnswered && status !== 401) whenAnswered(new Error());
  });
}

function isLeft({ taskId, formElement }) {
  return Boolean(taskId) && !formElement.scope();
}

/** What is wrong in a script helps nobody who is at a form; it stands where the browser keeps such things. */
function broken(failure) {
  console.error(failure);
  return new Error(say('Something in this form does not work, so nothing was handed in; what you typed is kept. Please load the page anew and try again.'));
}
