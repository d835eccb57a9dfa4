// Borders that are not agreed or not final. They are drawn dashed and thin, and belong to neither side.

/**
 * Pairs of base map entries whose common border is contested; with `north` (degrees), only what lies north of it.
 * '' is land of no entry (the Siachen Glacier).
 * @type {{between: [string, string], north?: number, why: string}[]}
 */
export const CONTESTED = [
  { between: ['EH', 'MA'], why: 'Western Sahara is a Non-Self-Governing Territory for the United Nations' },
  { between: ['RS', 'XK'], why: 'Security Council resolution 1244 (1999)' },
  { between: ['IN', 'PK'], north: 32.4, why: 'Line of Control in Jammu and Kashmir' },
  { between: ['CN', 'IN'], why: 'Line of Actual Control' },
  { between: ['', 'IN'], why: 'Siachen Glacier' },
  { between: ['', 'PK'], why: 'Siachen Glacier' },
  { between: ['', 'CN'], why: 'Siachen Glacier' },
  { between: ['IL', 'PS'], why: 'Armistice lines of 1949; final borders not agreed' },
  { between: ['IL', 'SY'], why: 'Golan: disengagement line of 1974' },
  { between: ['SD', 'SS'], why: 'Final border not yet determined (Abyei)' },
];

/**
 * @param {string[]} codes the entries on the two sides of a border
 * @param {number} lat latitude of the stretch of border asked about
 */
export function isContested(codes, lat) {
  const [a, b] = [...codes].sort();
  return CONTESTED.some(({ between, north = -90 }) => between[0] === a && between[1] === b && lat >= north);
}
