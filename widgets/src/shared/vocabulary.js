/** Codes of the public contract (version 1). Published files may add to them; their `labels` say which are in use. */

export const ROLES = Object.freeze(['accompaniment', 'temporary_protection', 'permanent_protection', 'training']);

export const SERVICES = Object.freeze([
  'physical_accompaniment', 'psychosocial', 'legal', 'economic', 'public_advocacy', 'family_support', 'relocation',
  'shelter', 'digital_security', 'medical', 'training', 'capacity_building', 'monitoring',
]);

export const AUDIENCES = Object.freeze([
  'all_defenders', 'women_defenders', 'lgbtiq_defenders', 'land_environment_defenders', 'indigenous_defenders',
  'journalists', 'artists', 'academics', 'lawyers', 'trade_unionists', 'refugees',
]);
