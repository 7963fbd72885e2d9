/** Whom and what a form offers to choose from. */

import { say } from './words.js';

/** What the script of a form may do with the people and the areas of the house. */
export const house = {
  /** Offers scope.leads, who can lead a case, and scope.houseAreas, the areas of the house. */
  offerHouse(whenOffered = () => {}) {
    const { scope } = this;
    scope.leads = [];
    scope.houseAreas = [];
    const lacking = status => say("People and areas can't be shown (the server answered {status}).", { status });
    return this.fill('house', { lacking }, ({ leads, areas }) => {
      Object.assign(scope, { leads, houseAreas: areas });
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
  }
};

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
