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
import { foldable, node, quiet } from './dom.js';
import { keepDraft } from './draft.js';
import { watchFields } from './fields.js';
import { evidenceFiles } from './files.js';
import { languageName } from './language.js';
import { allies, experts, touchPoints } from './outside.js';
import { pictures } from './pictures.js';
import { changedPublication, wrongPlace } from './publications.js';
import { showRefusals } from './refusal.js';
import {
  agreement, answeredPost, area, author, beginning, conversation, evidence, nextWay, replyToSend, sentBack
} from './replies.js';
import { coolDown, original, posture, promise, wrongPost } from './response.js';
import { lastVerdict } from './reactions.js';
import { showGaps } from './gaps.js';
import { reportLink } from './review.js';
import { StartForm } from './start.js';
import { nameStartedCase } from './started.js';
import { about, changes, correctionAsked, decision, published, statement } from './statement.js';
import './style.js';
import { HandingIn } from './submit.js';
import { TaskForm } from './task-form.js';
import { date, deadline } from './time.js';
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
  nameStartedCase(camForm);
  equip(camForm);
}

/**
 * A form of a task: all that a start form does, the case at a glance in the element with data-place="case", and the files
 * kept as evidence, with a place for further ones, in the element with data-files where the form has one.
 *
 * @param camForm Tasklist's form
 * @param whenKnown called with the case (see CaseBriefing) and a TaskForm, once both are there
 */
function taskForm(camForm, whenKnown) {
  const values = handInChoices(camForm);
  const arrived = latch((form, briefing) => {
    whenKnown(briefing, form);
    evidenceFiles(form);
    watchRepeated(form);
  });
  camForm.on('form-loaded', () => {
    watchFields(camForm);
    askToClaim(camForm);
    loadCase(new TaskForm(camForm, values), arrived);
  });
  camForm.on('variables-applied', () => arrived.variables());
  equip(camForm);
}

/** What every form has, whatever it is for. */
function equip(camForm) {
  nameButton(camForm, new HandingIn(camForm, keepDraft(camForm)));
  showRefusals(camForm);
}

/** Waits for both, the case and Tasklist's own variables, in whatever order they come. */
function latch(whenOpen) {
  let known = null;
  let applied = false;
  const open = () => { if (known && applied) whenOpen(...known); };
  return {
    theCase(form, briefing) {
      known = [form, briefing];
      open();
    },
    variables() {
      applied = true;
      open();
    }
  };
}

function loadCase(form, arrived) {
  return form.fill('case', { needed: true, meanwhile: quiet(say('Loading the case …')) }, briefing => {
    form.show('case', glance(briefing));
    arrived.theCase(form, briefing);
  });
}

/** Fields that the form repeats are there only after AngularJS has drawn them. */
function watchRepeated({ camForm, scope }) {
  setTimeout(() => {
    scope.$apply();
    scope.$apply(() => watchFields(camForm));
  });
}

function askToClaim(camForm) {
  camForm.formElement.prepend(node('p', { class: 'alert alert-info firebreak-claim' },
    say('To work on this, take the task first: choose “Claim” above.')));
}

window.firebreak = {
  startForm, taskForm, about, agreement, allies, answeredPost, area, author, beginning, budget, changedPublication, changes,
  compensation, conversation, coolDown, correctionAsked, date, deadline, decision, evidence, experts, foldable, languageName,
  lastVerdict, lone, nextWay, original, pictures, posture, promise, published, readBefore, replyToSend, reportLink, say,
  sentBack, showGaps, statement, touchPoints, upheld, votes,
  wrongPlace, wrongPost
};

export default [caseTab];
