/** The pictures of a statement: chosen and described by its author, seen by its approver. */

import { foreign, goOnAt, node } from './dom.js';
import { watchFields } from './fields.js';
import { addressOfTask } from './task.js';
import { say } from './words.js';

const MAXIMUM_BYTES = 2000000;
const MAXIMUM_PICTURES = 4;
const TYPES = ['image/png', 'image/jpeg'];

/** What readers are going to see, each with its description; null when there is none. */
export function pictures(version, camForm) {
  if (!version.pictures.length) return null;
  return node('div', { class: 'firebreak-pictures' }, ...version.pictures.map(picture => node('figure', {},
    image(camForm, picture),
    foreign('figcaption', say('Described as: {description}', { description: picture.altText }), { lang: version.language }))));
}

/** A picture that was kept with a version. */
export function image(camForm, picture) {
  return node('img', { src: addressOf(camForm, picture), alt: picture.altText, width: picture.width, height: picture.height });
}

function addressOf(camForm, { sha256 }) {
  return `${addressOfTask(camForm)}/pictures/${sha256}`;
}

/** What the script of a form may do with pictures. */
export const chosenPictures = {
  /**
   * Lets the author choose some: the form repeats its fields for those in scope.pictures. They are handed in together as
   * the value "pictures"; those of the version before stay unless they are taken out.
   */
  choosePictures(before) {
    const { scope } = this;
    scope.pictures = chosenBefore(before, this.takeDraftOf('pictures'));
    scope.pictureProblem = null;
    const chooser = this.camForm.formElement[0].querySelector('[data-pictures]');
    scope.leaveOut = picture => {
      scope.pictures = scope.pictures.filter(other => other !== picture);
      // after AngularJS is done
      setTimeout(() => goOnAt(chooser));
    };
    chooser.addEventListener('change', () => {
      const files = [...chooser.files];
      chooser.value = '';
      take(this, files);
    });
    this.handIn('pictures', 'String',
      () => JSON.stringify(scope.pictures.map(({ name, altText, data, sha256 }) => ({ name, altText, data, sha256 }))),
      { draft: () => JSON.stringify(scope.pictures.filter(({ sha256 }) => sha256).map(({ sha256, altText }) => ({ sha256, altText }))) });
  }
};

/** Those of the version before, without what was left out of the draft, and described as it describes them. */
function chosenBefore(before, kept) {
  return (before?.pictures ?? []).map(({ name, altText, sha256, mediaType }) => ({ name, altText, sha256, type: mediaType }))
    .filter(({ sha256 }) => !kept || kept.some(other => other.sha256 === sha256))
    .map(picture => ({ ...picture, ...kept?.find(({ sha256 }) => sha256 === picture.sha256) }));
}

async function take({ scope, camForm }, files) {
  const read = await Promise.all(files.map(file => problemOf(file) ? null : contentOf(file)));
  scope.$apply(() => {
    scope.pictureProblem = files.map(problemOf).find(Boolean) ?? null;
    const added = files.map((file, index) => ({
      name: file.name, altText: '', data: read[index], type: file.type, size: file.size
    })).filter(({ data }) => data);
    scope.pictures = [...scope.pictures, ...added].slice(0, MAXIMUM_PICTURES);
    if (scope.pictures.length < added.length) scope.pictureProblem = say('At most {most} pictures are taken.', { most: MAXIMUM_PICTURES });
  });
  // the fields for their descriptions are there by now
  scope.$apply(() => watchFields(camForm));
}

function problemOf({ name, size, type }) {
  if (!TYPES.includes(type)) return say('{name} is no PNG or JPEG picture; please choose one.', { name });
  return size > MAXIMUM_BYTES ? say('{name} is larger than 2 MB; please make it smaller.', { name }) : null;
}

/** In base64, without what a data address has before it. */
function contentOf(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => done(reader.result.replace(/^[^,]*,/, '')));
    reader.addEventListener('error', () => failed(reader.error));
    reader.readAsDataURL(file);
  });
}
