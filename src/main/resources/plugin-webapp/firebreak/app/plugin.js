/**
 * What the forms in processes/forms share. A form calls firebreak.startForm or firebreak.taskForm from its own script;
 * docs of each function are below. Tasklist loads this file before it shows any form.
 */

import { about, changes, correctionAsked, decision, published, statement } from './statement.js';
import { changedPublication, copy, forms, nameOf, wrongPlace } from './publications.js';
import { deadline } from './time.js';
import { foldable, foreign, node } from './dom.js';
import { glance } from './case.js';
import { addressOfTask } from './task.js';
import { original, posture, promise, wrongPost } from './response.js';
import { allies, experts, touchPoints } from './outside.js';
import { languageName } from './language.js';
import { choosePictures, pictures } from './pictures.js';
import { adviseSeverity } from './severity.js';
import { proposals, signals } from './author.js';
import { budget, compensation } from './compensation.js';
import { agreement, area, author, conversation, evidence, nextWay, replyToSend, sentBack } from './replies.js';
import { lone, readBefore, votes } from './approval.js';
import { watchFields } from './fields.js';
import { changedSince, factEditor, factFindings, factList, factsOfForms, loadFacts } from './facts.js';
import { loadTemplates, templateChooser } from './templates.js';
import { evidenceFiles } from './files.js';
import { lastVerdict, loadReactions, momentOf, reactionTable, typed as typedMoment } from './reactions.js';
import { offerCheck, upheld } from './wording.js';
import { loadTakeDown, publicPosts, takeDownToRead } from './takedown.js';
import { lessonsOf, loadReview, measureToDo, reportLink, typedLessons } from './review.js';

const DRAFT_DELAY = 800;

/**
 * A form that starts a case: checks its fields, keeps a draft in this browser and shows what the server refuses.
 */
function startForm(camForm) {
  camForm.on('form-loaded', () => watchFields(camForm));
  handInChoices(camForm);
  keepDraft(camForm);
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
  const hadDraft = camForm.isRestorable();
  const values = handInChoices(camForm);
  const known = latch(() => {
    const form = new Form(camForm, values, hadDraft);
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
  showRefusals(camForm);
}

/** What a form's own script may do with it. */
class Form {
  constructor(camForm, values, hadDraft) {
    this.camForm = camForm;
    this.values = values;
    this.hadDraft = hadDraft;
    this.scope = camForm.formElement.scope();
  }

  /** Shows nodes in the element with data-place="name" and makes it visible. */
  show(name, ...nodes) {
    const place = placeOf(this.camForm, name);
    place.replaceChildren(...nodes.filter(Boolean));
    place.hidden = false;
  }

  /** Fills fields in, unless somebody has begun to already. */
  propose(proposals) {
    if (!this.hadDraft) Object.assign(this.scope, proposals);
  }

  /**
   * Hands in a value that no field of the form holds; it may be a function that gives it. With draft: false it is not
   * kept in this browser meanwhile, as it may be too large.
   */
  handIn(name, type, value, { draft = true } = {}) {
    this.values.push({ name, type, read: typeof value === 'function' ? value : () => value, draft });
  }

  /** Keeps scope.advice at what the table advises for the answers; see adviseSeverity. */
  adviseSeverity() {
    adviseSeverity(this.camForm, this.scope);
  }

  /** Offers to check the text by the house rules; see offerCheck. */
  offerCheck(purpose, read) {
    offerCheck(this.camForm, this, purpose, read);
  }

  /** Lets the author choose pictures; see choosePictures. */
  choosePictures(before) {
    choosePictures(this.camForm, this, before);
  }

  /**
   * Loads what is known of the author and the replies so far (see ReplyBriefing), gives it to whenKnown, and keeps the
   * form from being handed in before.
   */
  async withReplies(whenKnown) {
    const { camForm, scope } = this;
    const model = camForm.formElement.controller('form');
    model.$setValidity('repliesKnown', false);
    try {
      const answer = await fetch(`${addressOfTask(camForm)}/replies`, { headers: { Accept: 'application/json' } });
      if (!answer.ok) throw new Error(sentenceFor(answer.status));
      const known = await answer.json();
      scope.$apply(() => {
        whenKnown(known);
        model.$setValidity('repliesKnown', true);
      });
    } catch (failure) {
      this.show('replies', failedToLoad(failure, () => this.withReplies(whenKnown)));
    }
  }

  /**
   * Shows what was seen of the author in the kept mentions (see AuthorBriefing) in the element with data-place="signals",
   * and gives it to whenSeen. A form can be handed in without it: people may look for themselves.
   */
  showSignals(whenSeen = () => {}) {
    return fill(this, 'signals', loadAuthor(this.camForm), seen => {
      this.show('signals', signals(seen));
      whenSeen(seen);
    });
  }

  /** Fills the form in with what was seen, for a person to change. */
  proposeSignals() {
    return this.showSignals(seen => this.propose(proposals(seen)));
  }

  /**
   * Asks the same about each publication: the form repeats its fields for those in scope.publications, bound to
   * scope.answers[id]; they are handed in together as the value "answers".
   */
  askForEach(publications) {
    const { scope } = this;
    const kept = takeDraft(this.camForm, 'answers');
    scope.publications = publications;
    scope.nameOf = nameOf;
    scope.copy = (text, event) => copy(text, event.currentTarget);
    scope.answers = Object.fromEntries(publications.map(({ id }) => [id, kept?.[id] ?? {}]));
    this.handIn('answers', 'String', () => JSON.stringify(scope.answers));
  }

  /** Asks for the rows of the fact sheet in the element with data-place="facts"; handed in as the value "factSheet". */
  askForFacts() {
    const kept = takeDraft(this.camForm, 'factSheet');
    let editor = null;
    this.handIn('factSheet', 'String', () => (editor ? editor.handIn() : kept && JSON.stringify(kept)));
    return fill(this, 'facts', loadFacts(this.camForm), facts => {
      editor = factEditor(facts, kept);
      this.show('facts', factFindings(facts), editor.element);
    });
  }

  /** Shows the fact sheet and what the text says otherwise, and with forms: true how the form on each channel reads. */
  showFacts({ forms: withForms = false } = {}) {
    return fill(this, 'facts', loadFacts(this.camForm), facts => {
      this.show('facts', changedSince(facts), factFindings(facts), factList(facts));
      if (withForms) this.show('factsOfForms', factsOfForms(facts));
    });
  }

  /**
   * Shows the take-down under way in the element with data-place="takeDown", gives it to whenKnown, and keeps the form from
   * being handed in before.
   */
  showTakeDown(briefing, whenKnown) {
    const model = this.camForm.formElement.controller('form');
    model.$setValidity('takeDownKnown', false);
    return fill(this, 'takeDown', loadTakeDown(this.camForm), takeDown => {
      this.show('takeDown', takeDownToRead(takeDown, briefing));
      whenKnown(takeDown);
      model.$setValidity('takeDownKnown', true);
    });
  }

  /**
   * Offers templates in the element with data-place="templates".
   *
   * @param fields which part of a template goes into which field, see templateChooser
   */
  offerTemplates(fields) {
    return fill(this, 'templates', loadTemplates(this.camForm), templates => {
      if (templates.length) this.show('templates', templateChooser(templates, this.scope, fields));
    });
  }

  /**
   * Asks what is to be taken down and why: offers scope.posts and scope.papers, the files that are kept by now, and begins
   * with what was proposed before.
   */
  askForTakeDown(briefing) {
    const { scope } = this;
    const proposing = value => () => (scope.decision === 'PROPOSE' ? scope[value] : null);
    scope.posts = publicPosts(briefing);
    scope.papers = [];
    ['publication', 'reason', 'paper'].forEach(name => this.handIn(name, 'String', proposing(name)));
    this.camForm.formElement[0].querySelector('[data-files]').addEventListener('files-known', ({ detail }) => {
      scope.$apply(() => { scope.papers = detail.files.filter(({ takenAway }) => !takenAway); });
    });
    return this.showTakeDown(briefing, ({ proposal }) => {
      if (proposal) this.propose({ decision: 'PROPOSE', ...proposal });
      else this.propose({ language: briefing.language });
    });
  }

  /** Shows what was counted so far in the element with data-place="name". */
  showReactions(name) {
    return fill(this, name, loadReactions(this.camForm), reactions => this.show(name, reactionTable(reactions)));
  }

  /**
   * Shows what was counted so far and asks for the time since: from the end of the last count until now, in
   * scope.countedFrom and scope.countedTo, which are handed in as the values "from" and "to".
   */
  askForCount(name) {
    const { scope } = this;
    scope.countedTo = typedMoment(new Date());
    this.handIn('from', 'String', () => momentOf(scope.countedFrom), { draft: false });
    this.handIn('to', 'String', () => momentOf(scope.countedTo), { draft: false });
    return fill(this, name, loadReactions(this.camForm), reactions => {
      this.show(name, reactionTable(reactions));
      const last = reactions.counts.map(({ to }) => to).sort().pop();
      // a count that ended within a minute must not be overlapped
      if (last && !scope.countedFrom) scope.countedFrom = typedMoment(new Date(Math.ceil(Date.parse(last) / 60000) * 60000));
    });
  }

  /**
   * Asks for lessons: the form repeats its fields for those in scope.lessons, and offers scope.people as owners,
   * scope.addLesson() and scope.removeLesson(index). They are handed in as the value "lessons".
   */
  askForLessons() {
    const { scope, camForm } = this;
    const kept = typedLessons(takeDraft(camForm, 'lessons'));
    const watchAdded = () => setTimeout(() => scope.$apply(() => watchFields(camForm)));
    scope.lessons = kept.length > 0 ? kept : [{}];
    scope.people = [];
    scope.addLesson = () => { scope.lessons.push({}); watchAdded(); };
    scope.removeLesson = index => { scope.lessons.splice(index, 1); watchAdded(); };
    this.handIn('lessons', 'String', () => (scope.correctionNeeded === 'false' ? lessonsOf(scope.lessons) : null));
    return fill(this, 'report', loadReview(camForm), ({ people }) => { scope.people = people; });
  }

  /** Shows the measure of the task, and asks who else does it and when; handed in as "owner" and "dueOn". */
  askForMeasure(name) {
    const { scope } = this;
    const handedOn = value => () => (scope.decision === 'HAND_ON' ? scope[value] : null);
    scope.people = [];
    this.handIn('owner', 'String', handedOn('owner'));
    this.handIn('dueOn', 'String', handedOn('dueOn'));
    return fill(this, name, loadReview(this.camForm), ({ people, measure }) => {
      scope.people = people;
      this.propose({ owner: measure.owner, dueOn: measure.dueOn });
      this.show(name, measureToDo(measure));
    });
  }
}

/** Shows what was loaded for a form, or why it could not be. */
async function fill(form, name, loading, whenLoaded) {
  try {
    const loaded = await loading;
    form.scope.$apply(() => whenLoaded(loaded));
  } catch (failure) {
    form.show(name, node('p', { class: 'alert alert-warning', role: 'alert' },
      failure instanceof TypeError ? "Firebreak can't be reached; please open the task again." : failure.message));
  }
}

/** What somebody began to answer, out of what Tasklist kept; null when nobody did. */
function takeDraft(camForm, name) {
  const kept = camForm.variableManager.variables[name];
  delete camForm.variableManager.variables[name];
  try {
    return JSON.parse(kept?.value ?? null);
  } catch {
    return null;
  }
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
  place.replaceChildren(node('p', { class: 'text-muted' }, 'Loading the case …'));
  try {
    const answer = await fetch(`${addressOfTask(camForm)}/case`, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(sentenceFor(answer.status));
    known.briefing = await answer.json();
  } catch (failure) {
    place.replaceChildren(failedToLoad(failure, () => load(camForm, known)));
    return;
  }
  scope.$apply(() => {
    place.replaceChildren(glance(known.briefing));
    model.$setValidity('caseKnown', true);
    known.open('case');
  });
}

async function loadAuthor(camForm) {
  const answer = await fetch(`${addressOfTask(camForm)}/author`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(sentenceFor(answer.status));
  return answer.json();
}

function sentenceFor(status) {
  if (status === 401) return 'You are signed out; please sign in again.';
  if (status === 404) return 'This task is done already, or it is no longer yours.';
  return `The case can't be shown (the server answered ${status}).`;
}

function failedToLoad(failure, again) {
  const button = node('button', { type: 'button', class: 'btn btn-default' }, 'Try again');
  button.addEventListener('click', again);
  const sentence = failure instanceof TypeError ? "Firebreak can't be reached." : failure.message;
  return node('div', { class: 'alert alert-danger', role: 'alert' }, node('p', {}, sentence), button);
}

/** Radio buttons: Tasklist knows no such field, so each fieldset with data-choice hands its value in here. */
function handInChoices(camForm) {
  const values = [];
  camForm.on('form-loaded', () => camForm.formElement.find('[data-choice]').toArray().forEach(choice => {
    const { choice: name, type = 'String' } = choice.dataset;
    values.push({ name, type, read: scope => typed(scope[name], type) });
  }));
  const write = some => some.forEach(({ name, type, read }) => {
    camForm.variableManager.variables[name] = { name, type, value: read(camForm.formElement.scope()) };
  });
  camForm.on('submit', () => write(values));
  camForm.on('store', () => write(values.filter(({ draft }) => draft !== false)));
  camForm.on('variables-restored', () => restoreChoices(camForm, values));
  return values;
}

function typed(value, type) {
  if (value === undefined || value === '') return null;
  return type === 'Boolean' ? value === 'true' : value;
}

function restoreChoices(camForm, values) {
  const variables = camForm.variableManager.variables;
  values.filter(({ name }) => variables[name]).forEach(({ name }) => {
    const { value } = variables[name];
    if (value !== null && value !== undefined) camForm.formElement.scope()[name] = String(value);
    delete variables[name];
  });
}

/** What is typed stays in this browser until it is handed in, whatever happens to the page in between. */
function keepDraft(camForm) {
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

/** Shows the server's sentence where the person looks, without the engine's words around it. */
function showRefusals(camForm) {
  const box = node('div', { class: 'alert alert-danger firebreak-refusal', role: 'alert', tabindex: '-1', hidden: '' });
  camForm.on('form-loaded', () => camForm.formElement[0].append(box));
  camForm.on('submit', () => { box.hidden = true; });
  camForm.on('submit-failed', (form, [failure]) => {
    // Tasklist's own notice shows the same object
    failure.message = sentenceOf(failure.message);
    box.replaceChildren(node('strong', {}, 'Not done. '), foreign('span', failure.message));
    box.hidden = false;
    // after AngularJS is done: leaving a field makes it begin again
    setTimeout(() => box.focus());
  });
}

function sentenceOf(message) {
  if (!message) return "Firebreak can't be reached; what you typed is kept. Please try again.";
  return message.replace(/^Cannot (submit task form|instantiate process definition) \S+:\s*/, '');
}

function askToClaim(camForm) {
  camForm.formElement.prepend(node('p', { class: 'alert alert-info firebreak-claim' },
    'To work on this, take the task first: choose “Claim” above.'));
}

function placeOf(camForm, name) {
  return camForm.formElement[0].querySelector(`[data-place="${name}"]`);
}

window.firebreak = {
  startForm, taskForm, about, agreement, allies, area, author, budget, changedPublication, changes, compensation, conversation,
  correctionAsked, deadline, decision, evidence, experts, foldable, forms, languageName, lastVerdict, lone, nextWay, original,
  pictures, posture, promise, published, readBefore, replyToSend, reportLink, sentBack, statement, touchPoints, upheld, votes,
  wrongPlace, wrongPost
};

export default [];
