/** The tab "Case" beside the form of each task: all that is on record of the case. */

import { foldable, foreign, link, node, quiet, refill } from './dom.js';
import { fileList } from './files.js';
import { publicationList } from './publications.js';
import { failedToLoad } from './refusal.js';
import { ask } from './server.js';
import { addressOf } from './task.js';
import { deadline, moment } from './time.js';
import { timeline } from './timeline.js';
import { say, sentence } from './words.js';

/** As Tasklist takes it. It draws the tab once and keeps it while the person goes from task to task. */
export const caseTab = {
  id: 'firebreak-case',
  pluginPoint: 'tasklist.task.detail',
  priority: 950,
  properties: { label: say('Case') },
  render: (place, { api: { engine } }, scope) => {
    const tab = node('div', { class: 'firebreak firebreak-case-tab' });
    place.append(tab);
    scope.$watch('task.id', taskId => (taskId ? load(tab, addressOf(engine, 'tasks', taskId)) : tab.replaceChildren()));
  }
};

async function load(tab, address) {
  tab.dataset.address = address;
  refill(tab, quiet(say('Loading the case …')));
  const shown = await contents(tab, address);
  // the person may be at another task by now
  if (tab.dataset.address === address) refill(tab, ...shown);
}

async function contents(tab, address) {
  try {
    return sections(await ask(`${address}/case-file`), address);
  } catch (failure) {
    if (failure.status === 404) return [quiet(say('This task belongs to no case, or it is done.'))];
    return [failedToLoad(failure, () => load(tab, address))];
  }
}

function sections(file, address) {
  return [
    node('h3', {}, sentence('{reference}: {title}', { reference: file.reference, title: foreign('span', file.title) })),
    foldable(say('Who holds what ({number})', { number: file.tasks.length }), true, tasks(file.tasks)),
    foldable(say('Publications ({number})', { number: file.publications.length }), file.publications.length > 0,
      file.publications.length > 0 ? publicationList(file.publications) : none()),
    foldable(say('Files kept as evidence ({number})', { number: file.files.length }), false, fileList(address, file)),
    foldable(say('Newest mentions ({number})', { number: file.posts.length }), false, posts(file.posts)),
    node('h4', {}, say('What happened')),
    timeline(file.entries, file.entryCount)
  ];
}

function none() {
  return quiet(say('None yet.'));
}

function tasks(open) {
  if (open.length === 0) return none();
  return node('ul', { class: 'firebreak-places list-unstyled', tabindex: '0', 'aria-label': say('Who holds what') },
    ...open.map(task => node('li', {},
      task.visible ? node('a', { href: `#/?task=${encodeURIComponent(task.id)}` }, task.name) : node('span', {}, task.name),
      node('div', {}, task.holder
        ? sentence('held by {person}', { person: foreign('strong', task.holder) })
        : sentence('held by nobody; waits for {people}', { people: foreign('span', task.askedOf.join(', ')) })),
      task.dueAt ? node('div', {}, sentence('due {moment}', { moment: deadline(task.dueAt) })) : null)));
}

function posts(kept) {
  if (kept.length === 0) return none();
  return node('ul', { class: 'firebreak-places list-unstyled', tabindex: '0', 'aria-label': say('Newest mentions') },
    ...kept.map(post => node('li', {}, post.takenAway
      ? sentence('Taken away because the law demands it: {reason}', { reason: foreign('span', post.takenAway) })
      : node('div', {},
        node('div', { class: 'firebreak-when' }, sentence(post.author ? '{author} on {place}, {moment}' : '{place}, {moment}', {
          author: foreign('strong', post.author), place: foreign('span', post.place), moment: moment(post.publishedAt)
        })),
        foreign('blockquote', post.text, { class: 'firebreak-text' }),
        post.url ? link(post.url) : null))));
}
