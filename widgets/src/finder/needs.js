/** What a defender needs, in the words of the field, as the services that answer it (public contract, version 1). Pure. */

/** @type {Readonly<Record<string, readonly string[]>>} */
export const NEEDS = Object.freeze({
  psychosocial: ['psychosocial', 'medical'],
  legal: ['legal'],
  economic: ['economic'],
  denunciation: ['public_advocacy', 'monitoring'],
  personal_and_family: ['family_support', 'relocation', 'shelter'],
  security: ['physical_accompaniment', 'digital_security'],
});

/** @param {readonly string[]} needs */
export const servicesFor = (needs) => needs.flatMap((need) => NEEDS[need]);

/** Needs whose services are all among these. @param {readonly string[]} services */
export const needsIn = (services) => Object.keys(NEEDS).filter((need) => NEEDS[need].every((code) => services.includes(code)));
