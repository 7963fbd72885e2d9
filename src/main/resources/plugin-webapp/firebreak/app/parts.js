/** The five parts of a text as a list to tick off, by what the house rules find in it. */

import { foreign, node } from './dom.js';
import { apologiesUsed, POSTURES } from './response.js';
import { say } from './words.js';

const NAMES = {
  'part.what-happened': say('What happened'),
  'part.responsibility': say('Our responsibility'),
  'part.apology': say('The apology'),
  'part.measures': say('Measures, with dates'),
  'part.contact': say('Where people can turn to')
};

const HELD = {
  ...NAMES, 'part.measures': say('What is being checked, and when the next word comes')
};

const STATES = {
  SAID: say('is there'),
  MISSING: say('is missing'),
  UNDATED: say('lacks a date'),
  SPENT: say('is used up: this case has apologised as often as it may'),
  UNKNOWN: say('please look yourself: nobody has written house rules for this language')
};

const SIGNS = { SAID: '✓', MISSING: '✗', UNDATED: '✗', SPENT: '–', NOT_ASKED: '–', NOT_ASKED_BUT_SAID: '!', UNKNOWN: '?' };

/** How many parts are there, in a few words; null where nothing is asked for. */
export function partsInShort({ parts }) {
  const asked = parts.filter(({ state }) => ['SAID', 'MISSING', 'UNDATED'].includes(state));
  if (!asked.length) return null;
  return say('{said} of {asked} parts are there', {
    said: asked.filter(({ state }) => state === 'SAID').length, asked: asked.length
  });
}

/**
 * The list; null where nothing is asked for.
 *
 * @param answer of the house rules, see WordingBriefing
 * @param show called with the place of a part that is there, when somebody wants to see it
 */
export function checklist(answer, show) {
  const { parts, posture, apologies, mostApologies } = answer;
  if (!parts.length) return null;
  const names = posture === 'HOLD' ? HELD : NAMES;
  const list = node('ul', { class: 'firebreak-parts list-unstyled' });
  parts.forEach(part => list.append(node('li', { class: `firebreak-part-${part.state}` },
    node('span', { class: 'firebreak-sign', 'aria-hidden': 'true' }, SIGNS[part.state]),
    node('div', {},
      node('strong', {}, names[part.rule]), ' ', node('span', {}, stateOf(part, posture)), ' ',
      part.place ? shower(part.place, names[part.rule], show) : null,
      part.remedy ? node('div', { class: 'firebreak-when' }, foreign('span', part.remedy), ' ', foreign('span', `(${part.source})`)) : null,
      part.rule === 'part.apology' ? node('div', { class: 'firebreak-when' }, apologiesUsed(apologies, mostApologies)) : null))));
  return list;
}

function stateOf({ state }, posture) {
  const name = POSTURES[posture] ?? posture;
  if (state === 'NOT_ASKED') return say('is not wanted: the posture “{posture}” does not ask for it', { posture: name });
  if (state === 'NOT_ASKED_BUT_SAID') return say('is there, though the posture “{posture}” does not ask for it', { posture: name });
  return STATES[state];
}

function shower(place, name, show) {
  const button = node('button', {
    type: 'button', class: 'btn btn-link', 'aria-label': say('Show it in the text: {part}', { part: name })
  }, say('Show'));
  button.addEventListener('click', () => show(place));
  return button;
}
