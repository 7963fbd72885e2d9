/** What the script of a task's form may do: each feature brings its part. */

import { authorSignals } from './author.js';
import { factSheet } from './facts.js';
import { Form } from './form.js';
import { channelForms } from './forms.js';
import { house } from './house.js';
import { chosenPictures } from './pictures.js';
import { eachPublication } from './publications.js';
import { reactionCounts } from './reactions.js';
import { replyBriefing } from './replies.js';
import { replyForms } from './replyform.js';
import { lessonsAndMeasures } from './review.js';
import { sentenceFor } from './server.js';
import { severityAdvice } from './severity.js';
import { takeDowns } from './takedown.js';
import { addressOfTask } from './task.js';
import { textTemplates } from './templates.js';
import { comparedVersions } from './versions.js';
import { wordingCheck } from './wording.js';

/** A form of a task, as its script sees it. */
export class TaskForm extends Form {
  constructor(camForm, values) {
    super(camForm, values, addressOfTask(camForm), sentenceFor);
  }

  /** What the server tells about the task; that it is gone is said in the same words wherever it is noticed. */
  ask(question, { lacking = sentenceFor, ...request } = {}) {
    return super.ask(question, { lacking: status => (status === 404 ? sentenceFor(status) : lacking(status)), ...request });
  }
}

Object.assign(TaskForm.prototype, authorSignals, channelForms, chosenPictures, comparedVersions, eachPublication, factSheet,
  house, lessonsAndMeasures, reactionCounts, replyBriefing, replyForms, severityAdvice, takeDowns, textTemplates, wordingCheck);
