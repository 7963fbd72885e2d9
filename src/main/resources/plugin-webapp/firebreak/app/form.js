/** What a form's own script may do with it. */

import { proposals, signals } from './author.js';
import { node } from './dom.js';
import { takeDraft } from './draft.js';
import { changedSince, factEditor, factFindings, factList, factsOfForms, loadFacts } from './facts.js';
import { watchFields } from './fields.js';
import { showForms, showKeptForms } from './forms.js';
import { areaLines, loadHouse, takeAreas } from './house.js';
import { choosePictures, image } from './pictures.js';
import { copy, nameOf } from './publications.js';
import { loadReactions, momentOf, reactionTable, typed as typedMoment } from './reactions.js';
import { failedToLoad, sentenceFor } from './refusal.js';
import { showReplyForm } from './replyform.js';
import { lessonsOf, loadReview, measureToDo, typedLessons } from './review.js';
import { adviseSeverity } from './severity.js';
import './style.js';
import { loadTakeDown, publicPosts, takeDownToRead } from './takedown.js';
import { addressOfTask, placeOf } from './task.js';
import { loadTemplates, templateChooser } from './templates.js';
import { versionHistory } from './versions.js';
import { checkWhileTyping } from './wording.js';
import { say } from './words.js';

/** A form of a task, as its script sees it. */
export class Form {
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
   * part of the draft, as it may be too large.
   */
  handIn(name, type, value, { draft = true } = {}) {
    this.values.push({ name, type, read: typeof value === 'function' ? value : () => value, draft });
  }

  /** Keeps scope.advice at what the table advises for the answers; see adviseSeverity. */
  adviseSeverity() {
    adviseSeverity(this.camForm, this.scope);
  }

  /** Checks the text by the house rules while somebody types; see checkWhileTyping. */
  offerCheck(purpose, read) {
    checkWhileTyping(this.camForm, this, purpose, read);
  }

  /** The same, and shows how the text looks on each channel; see showForms. */
  accompany(purpose, read) {
    this.offerCheck(purpose, read);
    showForms(this, purpose, read);
  }

  /** The same for a reply, and shows how it looks where it goes; see showReplyForm. */
  accompanyReply(language, read) {
    this.offerCheck('REPLY', read);
    showReplyForm(this, language, read);
  }

  /** Shows all versions of a text, and what changed between any two of them; see versionHistory. */
  showVersions(versions, typed) {
    const history = versionHistory(versions, typed && (() => ({ ...typed(), pictures: this.scope.pictures })));
    if (history) this.show('versions', history);
  }

  /** Shows how a version that waits for approval looks on each channel, with its pictures. */
  showForms(version) {
    showKeptForms(this, version, picture => image(this.camForm, picture));
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

  /**
   * Shows the fact sheet and what the text says otherwise. With forms: true, for whoever approves the text, also how the
   * form on each channel reads; then the version of the sheet that is shown is handed in as "factSheetVersion".
   */
  showFacts({ forms: withForms = false } = {}) {
    let shown = null;
    if (withForms) this.handIn('factSheetVersion', 'Integer', () => shown, { draft: false });
    return fill(this, 'facts', loadFacts(this.camForm), facts => {
      shown = facts.version;
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
    scope.posts = [];
    scope.papers = [];
    ['publication', 'reason', 'paper'].forEach(name => this.handIn(name, 'String', proposing(name)));
    this.camForm.formElement[0].querySelector('[data-files]').addEventListener('files-known', ({ detail }) => {
      scope.$apply(() => { scope.papers = detail.files.filter(({ takenAway }) => !takenAway); });
    });
    return this.showTakeDown(briefing, takeDown => {
      const { proposal } = takeDown;
      scope.posts = publicPosts(briefing, takeDown);
      if (proposal) this.propose({ decision: 'PROPOSE', ...proposal });
      else this.propose({ language: briefing.language });
    });
  }

  /** Offers scope.leads, who can lead a case, and scope.houseAreas, the areas of the house. */
  offerHouse(whenOffered = () => {}) {
    const { scope } = this;
    scope.leads = [];
    scope.houseAreas = [];
    return fill(this, 'house', loadHouse(this.camForm), ({ leads, areas }) => {
      Object.assign(scope, { leads, houseAreas: areas });
      whenOffered(areas);
    });
  }

  /**
   * Offers the house and asks for areas: those that are ticked in scope.tickedAreas, and those typed in scope.otherAreas,
   * are handed in together as the value "areas".
   */
  askForAreas() {
    const { scope } = this;
    const begun = takeAreas(this.camForm);
    this.tickAreas(begun, []);
    scope.anyArea = () => areaLines(scope.tickedAreas, scope.otherAreas) !== '';
    this.handIn('areas', 'String', () => areaLines(scope.tickedAreas, scope.otherAreas) || null);
    return this.offerHouse(areas => this.tickAreas(begun, areas));
  }

  /** Areas that the house does not know stay as they were typed. */
  tickAreas(chosen, known) {
    const { scope } = this;
    scope.tickedAreas = Object.fromEntries(chosen.filter(name => known.includes(name)).map(name => [name, true]));
    scope.otherAreas = chosen.filter(name => !known.includes(name)).join('\n');
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
      failure instanceof TypeError ? say("Firebreak can't be reached; please open the task again.") : failure.message));
  }
}

async function loadAuthor(camForm) {
  const answer = await fetch(`${addressOfTask(camForm)}/author`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(sentenceFor(answer.status));
  return answer.json();
}
