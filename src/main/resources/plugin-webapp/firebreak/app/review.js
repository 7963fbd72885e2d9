/** What a review and a measure need beside the case: who can own a measure, and what the measure is. */

import { foreign, goOnAt, node } from './dom.js';
import { watchFields } from './fields.js';
import { addressOfTask } from './task.js';
import { say, sentence } from './words.js';

const LESSONS = {
  CONTENT: say('The lesson behind it, about content:'),
  MESSAGE: say('The lesson behind it, about the message:'),
  CHANNEL: say('The lesson behind it, about the channel:'),
  PEOPLE: say('The lesson behind it, about people:'),
  IMAGE: say('The lesson behind it, about the image:')
};

const LOADING = {
  from: 'review',
  lacking: status => say("What belongs to the review can't be shown (the server answered {status}).", { status })
};

/** What the script of a form may do with lessons and measures. */
export const lessonsAndMeasures = {
  /**
   * Asks for lessons: the form repeats its fields for those in scope.lessons, and offers scope.people as owners,
   * scope.addLesson() and scope.removeLesson(index). They are handed in as the value "lessons". Why nobody can be offered
   * stands in the element with data-place="people".
   */
  askForLessons() {
    const { scope, camForm } = this;
    const kept = this.takeDraftOf('lessons');
    const form = camForm.formElement[0];
    // AngularJS has drawn the lessons by then
    const goOnIn = index => setTimeout(() => {
      scope.$apply(() => watchFields(camForm));
      goOnAt(form.querySelectorAll('.firebreak-lesson')[Math.min(index, scope.lessons.length - 1)].querySelector('input'));
    });
    scope.lessons = kept?.length > 0 ? kept : [{}];
    scope.people = [];
    scope.addLesson = () => { goOnIn(scope.lessons.push({}) - 1); };
    scope.removeLesson = index => { scope.lessons.splice(index, 1); goOnIn(index); };
    this.handIn('lessons', 'String', () => (scope.correctionNeeded === 'false' ? lessonsOf(scope.lessons) : null),
      { draft: () => JSON.stringify(scope.lessons.map(typedOf)) });
    return this.fill('people', LOADING, ({ people }) => { scope.people = people; });
  },

  /**
   * Shows the measure of the task in the element with data-place="measure", and asks who else does it and when; handed in
   * as "owner" and "dueOn".
   */
  askForMeasure() {
    const { scope } = this;
    const handedOn = value => () => (scope.decision === 'HAND_ON' ? scope[value] : null);
    scope.people = [];
    this.handIn('owner', 'String', handedOn('owner'), { keeps: 'owner' });
    this.handIn('dueOn', 'String', handedOn('dueOn'), { keeps: 'dueOn' });
    return this.fill('measure', LOADING, ({ people, measure }) => {
      scope.people = people;
      this.propose({ owner: measure.owner, dueOn: measure.dueOn });
      this.show('measure', measureToDo(measure));
    });
  }
};

/** The way to the impact report, in a window of its own. */
export function reportLink(camForm) {
  return node('p', {}, node('a', {
    href: `${addressOfTask(camForm)}/impact-report`, target: '_blank', rel: 'noopener', class: 'btn btn-default'
  }, say('Read the impact report')), ' ', say('It can be printed.'));
}

/** What is to be done, and the lesson behind it. */
function measureToDo({ title, ownerName, dueOn, area, finding }) {
  return node('div', {}, foreign('h3', title),
    node('p', {}, sentence('{person} does it by {day}.', { person: foreign('strong', ownerName), day: dueOn })),
    node('p', {}, LESSONS[area] ?? area),
    foreign('blockquote', finding, { class: 'firebreak-text' }));
}

/** What is handed in: each lesson with its measure or the reason for none, and nothing that was typed for the other. */
function lessonsOf(lessons) {
  return JSON.stringify(lessons.map(({ area, finding, act, title, owner, dueOn, noMeasureReason }) => (act === 'yes'
    ? { area, finding, measure: { title, owner, dueOn } }
    : { area, finding, noMeasureReason })));
}

/** All that somebody typed for a lesson, without what AngularJS notes in it. */
function typedOf({ area, finding, act, title, owner, dueOn, noMeasureReason }) {
  return { area, finding, act, title, owner, dueOn, noMeasureReason };
}
