/** Whom and what a form offers to choose from. */

import { languageName } from './language.js';
import { say } from './words.js';

/** What the script of a form may do with the people, the areas and the languages of the house. */
export const house = {
  /**
   * Offers scope.leads, who can lead a case, scope.houseAreas, the areas of the house, and scope.houseLanguages, the
   * languages that somebody speaks.
   */
  offerHouse(whenOffered = () => {}) {
    const { scope } = this;
    scope.leads = [];
    scope.houseAreas = [];
    scope.houseLanguages = [];
    const lacking = status => say("People and areas can't be shown (the server answered {status}).", { status });
    return this.fill('house', { lacking }, ({ leads, areas, languages }) => {
      Object.assign(scope, { leads, houseAreas: areas, houseLanguages: languages });
      whenOffered(areas);
    });
  },

  /**
   * Offers the house and asks for areas: those that are ticked in scope.tickedAreas, and those typed in scope.otherAreas,
   * are handed in together as the value "areas".
   */
  askForAreas() {
    const { scope } = this;
    const begun = this.takeDraft('areas')?.split('\n') ?? [];
    tick(scope, begun, []);
    scope.anyArea = () => areaLines(scope.tickedAreas, scope.otherAreas) !== '';
    this.handIn('areas', 'String', () => areaLines(scope.tickedAreas, scope.otherAreas) || null);
    return this.offerHouse(areas => tick(scope, linesNow(scope), areas));
  },

  /**
   * Asks in which languages a text goes out besides its own: the form repeats a box for each of scope.furtherLanguages(),
   * bound to scope.alsoIn[code] and called scope.languageName(code). They are handed in together as the value "translations".
   *
   * @param before which were chosen for the version before
   */
  askForTranslations(before) {
    const { scope } = this;
    const begun = this.takeDraft('translations')?.split(/[\s,]+/).filter(Boolean) ?? before;
    scope.alsoIn = Object.fromEntries(begun.map(code => [code, true]));
    scope.languageName = code => languageName(code) ?? code;
    // what nobody speaks any more can be taken out, too
    scope.furtherLanguages = () => [...new Set([...scope.houseLanguages, ...begun])]
      .filter(code => primary(code) !== primary(scope.language ?? ''));
    this.handIn('translations', 'String', () => scope.furtherLanguages().filter(code => scope.alsoIn[code]).join(', ') || null);
    return this.offerHouse();
  }
};

/** The language without its country. */
function primary(code) {
  return code.split('-')[0].toLowerCase();
}

/** Areas that the house does not know stay as they were typed. */
function tick(scope, chosen, known) {
  scope.tickedAreas = Object.fromEntries(chosen.filter(name => known.includes(name)).map(name => [name, true]));
  scope.otherAreas = chosen.filter(name => !known.includes(name)).join('\n');
}

/** What was begun or typed before the house was known. */
function linesNow({ tickedAreas, otherAreas }) {
  return areaLines(tickedAreas, otherAreas).split('\n').filter(Boolean);
}

/** Areas as the lines of a text, for the server; those that are ticked and those that were typed. */
function areaLines(ticked, typed) {
  const names = [...Object.keys(ticked).filter(name => ticked[name]), ...(typed ?? '').split('\n')];
  return [...new Set(names.map(name => name.trim()).filter(Boolean))].join('\n');
}
