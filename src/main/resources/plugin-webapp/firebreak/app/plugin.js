/**
 * What the forms in processes/forms share. A form calls firebreak.startForm or firebreak.taskForm from its own script;
 * docs of each function are below. Tasklist loads this file before it shows any form.
 */

import { lone, readBefore, votes } from './approval.js';
import { nameButton } from './buttons.js';
import { glance } from './case.js';
import { caseTab } from './case-tab.js';
import { handInChoices } from './choices.js';
import { budget, compensation } from './compensation.js';
import { foldable, node, refill } from './dom.js';
import { keepDraft } from './draft.js';
import { watchFields } from './fields.js';
import { evidenceFiles } from './files.js';
import { Form } from './form.js';
import { languageName } from './language.js';
import { allies, experts, touchPoints } from './outside.js';
import { pictures } from './pictures.js';
import { changedPublication, wrongPlace } from './publications.js';
import { failedToLoad, sentenceFor, showRefusals } from './refusal.js';
import {
  agreement, answeredPost, area, author, beginning, conversation, evidence, nextWay, replyToSend, sentBack
} from './replies.js';
import { coolDown, original, posture, promise, wrongPost } from './response.js';
import { lastVerdict } from './reactions.js';
import { showGaps } from './gaps.js';
import { reportLink } from './review.js';
import { StartForm } from './start.js';
import { about, changes, correctionAsked, decision, published, statement } from './statement.js';
import { addressOfTask, placeOf } from './task.js';
import { deadline } from './time.js';
import { upheld } from './wording.js';
import { say } from './words.js';

/**
 * A form that starts something: checks its fields, keeps a draft, names its button and shows what the server refuses.
 *
 * @param camForm Tasklist's form
 * @param whenLoaded called with a StartForm; may be left out
 */
function startForm(camForm, whenLoaded = () => {}) {
  const values = handInChoices(camForm);
  camForm.on('form-loaded', () => {
    whenLoaded(new StartForm(camForm, values));
    watchFields(camForm);
  });
  keepDraft(camForm);
  nameButton(camForm);
  showRefusals(camForm);
}

/**
 * A form of a task: all that a start form does, the case at a glance in the element with data-place="case", and the files
 * kept as evidence, with a place for further ones, in the element with data-files where the form has one.
 *
 * @param camForm Tasklist's form
 * @param whenKnown called with the case (see CaseBriefing) and a Form, once both are there
 */
function taskForm(camForm, whenKnown) {
  const values = handInChoices(camForm);
  const known = latch(() => {
    const form = new Form(camForm, values, camForm.isRestorable());
    whenKnown(known.briefing, form);
    evidenceFiles(camForm);
    setTimeout(() => {
      // fields that the form repeats are there only after AngularJS has drawn them
      form.scope.$apply();
      form.scope.$apply(() => watchFields(camForm));
    });
  });
  camForm.on('form-loaded', () => {
    watchFields(camForm);
    askToClaim(camForm);
    load(camForm, known);
  });
  camForm.on('variables-applied', () => known.open('variables'));
  keepDraft(camForm);
  nameButton(camForm);
  showRefusals(camForm);
}

/** Waits for both, the case and Tasklist's own variables, in whatever order they come. */
function latch(whenOpen) {
  const waiting = new Set(['variables', 'case']);
  return {
    briefing: null,
    open(what) {
      if (waiting.delete(what) && waiting.size === 0) whenOpen();
    }
  };
}

async function load(camForm, known) {
  const scope = camForm.formElement.scope();
  const place = placeOf(camForm, 'case');
  const model = camForm.formElement.controller('form');
  model.$setValidity('caseKnown', false);
  refill(place, node('p', { class: 'text-muted' }, say('Loading the case …')));
  try {
    const answer = await fetch(`${addressOfTask(camForm)}/case`, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(sentenceFor(answer.status));
    known.briefing = await answer.json();
  } catch (failure) {
    refill(place, failedToLoad(failure, () => load(camForm, known)));
    return;
  }
  scope.$apply(() => {
    refill(place, glance(known.briefing));
    model.$setValidity('caseKnown', true);
    known.open('case');
  });
}

function askToClaim(camForm) {
  camForm.formElement.prepend(node('p', { class: 'alert alert-info firebreak-claim' },
    say('To work on this, take the task first: choose “Claim” above.')));
}

window.firebreak = {
  startForm, taskForm, about, agreement, allies, answeredPost, area, author, beginning, budget, changedPublication, changes,
  compensation, conversation, coolDown, correctionAsked, deadline, decision, evidence, experts, foldable, languageName,
  lastVerdict, lone, nextWay, original, pictures, posture, promise, published, readBefore, replyToSend, reportLink, say,
  sentBack, showGaps, statement, touchPoints, upheld, votes,
  wrongPlace, wrongPost
};

export default [caseTab];
