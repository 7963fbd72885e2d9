/** How the scripts of the forms ask the server, and what they say where it gives no answer. */

import { say } from './words.js';

/** Why there is no answer, as a sentence for the person. */
export class NoAnswer extends Error {
  /**
   * @param status of the answer that there is instead; 0 where the server can't be reached
   * @param said what the server says about it, if anything
   */
  constructor(sentence, status, said) {
    super(sentence);
    this.status = status;
    this.said = said;
  }

  /** Whether the same question may well be answered in a moment. */
  get mayPass() {
    return this.status === 0 || this.status === 401 || this.status >= 500;
  }
}

/**
 * What the server answers; fails with a NoAnswer.
 *
 * @param request as fetch takes it
 * @param request.lacking gives the sentence for a status about which neither the server nor anybody else has one
 */
export async function ask(address, { lacking = sentenceFor, headers, ...request } = {}) {
  const answer = await reach(address, { headers: { Accept: 'application/json', ...headers }, ...request });
  const content = await answer.json().catch(() => null);
  if (answer.ok && content !== null) return content;
  const said = content?.message ?? content?.detail;
  throw new NoAnswer(sentenceOf(answer.status, said, lacking), answer.status, said);
}

/**
 * The same with data that go there.
 *
 * @param data what becomes JSON, or a file
 */
export function send(address, data, { headers, ...request } = {}) {
  const isFile = data instanceof Blob;
  return ask(address, {
    method: 'POST',
    body: isFile ? data : JSON.stringify(data),
    headers: { 'Content-Type': isFile ? 'application/octet-stream' : 'application/json', 'X-XSRF-TOKEN': forgeryToken(), ...headers },
    ...request
  });
}

/** What an answer about a task means that brought nothing to show. */
export function sentenceFor(status) {
  return status === 404 ? say('This task is done already, or it is no longer yours.')
    : say("The case can't be shown (the server answered {status}).", { status });
}

async function reach(address, request) {
  try {
    return await fetch(address, request);
  } catch {
    throw new NoAnswer(say("Firebreak can't be reached."), 0);
  }
}

/** What the server says of its own failures, or of an address that is none, is not for people. */
function sentenceOf(status, said, lacking) {
  if (status === 401) return say('You are signed out; please sign in again.');
  return said && status < 500 && status !== 404 ? said : lacking(status);
}

/** What Tasklist gives each session against requests that other pages forge; a new one with each sign-in. */
function forgeryToken() {
  return document.cookie.split('; ').find(cookie => cookie.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? '';
}
