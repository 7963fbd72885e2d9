/** What a review and a measure need beside the case: who can own a measure, and what the measure is. */

import { foreign, node } from './dom.js';
import { addressOfTask } from './task.js';
import { say, sentence } from './words.js';

const LESSONS = {
  CONTENT: say('The lesson behind it, about content:'),
  MESSAGE: say('The lesson behind it, about the message:'),
  CHANNEL: say('The lesson behind it, about the channel:'),
  PEOPLE: say('The lesson behind it, about people:'),
  IMAGE: say('The lesson behind it, about the image:')
};

export async function loadReview(camForm) {
  const answer = await fetch(`${addressOfTask(camForm)}/review`, { headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(say("What belongs to the review can't be shown (the server answered {status}).", { status: answer.status }));
  return answer.json();
}

/** The way to the impact report, in a window of its own. */
export function reportLink(camForm) {
  return node('p', {}, node('a', {
    href: `${addressOfTask(camForm)}/impact-report`, target: '_blank', rel: 'noopener', class: 'btn btn-default'
  }, say('Read the impact report')), ' ', say('It can be printed.'));
}

/** What is to be done, and the lesson behind it. */
export function measureToDo({ title, ownerName, dueOn, area, finding }) {
  return node('div', {}, foreign('h3', title),
    node('p', {}, sentence('{person} does it by {day}.', { person: foreign('strong', ownerName), day: dueOn })),
    node('p', {}, LESSONS[area] ?? area),
    foreign('blockquote', finding, { class: 'firebreak-text' }));
}

/** What is handed in: each lesson with its measure or the reason for none, and nothing that was typed for the other. */
export function lessonsOf(lessons) {
  return JSON.stringify(lessons.map(({ area, finding, act, title, owner, dueOn, noMeasureReason }) => (act === 'yes'
    ? { area, finding, measure: { title, owner, dueOn } }
    : { area, finding, noMeasureReason })));
}

/** The other way round, for a draft. */
export function typedLessons(kept) {
  return (kept ?? []).map(({ area, finding, measure, noMeasureReason }) => ({
    area, finding, noMeasureReason, act: measure ? 'yes' : noMeasureReason === undefined ? undefined : 'no', ...measure
  }));
}
