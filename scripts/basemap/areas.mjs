// Which area of the source becomes which entry of the base map. Decisions about territory live here
// and in contested.mjs, as tables; README.md gives the reasons.

/** ISO 3166-1 alpha-3 code of the source -> alpha-2 code of the base map. Antarctica is left out. */
const ISO_CODES = `
  ABW:AW AFG:AF AGO:AO AIA:AI ALA:AX ALB:AL AND:AD ARE:AE ARG:AR ARM:AM ASM:AS ATF:TF ATG:AG AUS:AU AUT:AT
  AZE:AZ BDI:BI BEL:BE BEN:BJ BFA:BF BGD:BD BGR:BG BHR:BH BHS:BS BIH:BA BLM:BL BLR:BY BLZ:BZ BMU:BM BOL:BO
  BRA:BR BRB:BB BRN:BN BTN:BT BWA:BW CAF:CF CAN:CA CHE:CH CHL:CL CHN:CN CIV:CI CMR:CM COD:CD COG:CG COK:CK
  COL:CO COM:KM CPV:CV CRI:CR CUB:CU CUW:CW CYM:KY CYP:CY CZE:CZ DEU:DE DJI:DJ DMA:DM DNK:DK DOM:DO DZA:DZ
  ECU:EC EGY:EG ERI:ER ESH:EH ESP:ES EST:EE ETH:ET FIN:FI FJI:FJ FLK:FK FRA:FR FRO:FO FSM:FM GAB:GA GBR:GB
  GEO:GE GGY:GG GHA:GH GIN:GN GMB:GM GNB:GW GNQ:GQ GRC:GR GRD:GD GRL:GL GTM:GT GUM:GU GUY:GY HKG:HK HMD:HM
  HND:HN HRV:HR HTI:HT HUN:HU IDN:ID IMN:IM IND:IN IOT:IO IRL:IE IRN:IR IRQ:IQ ISL:IS ISR:IL ITA:IT JAM:JM
  JEY:JE JOR:JO JPN:JP KAZ:KZ KEN:KE KGZ:KG KHM:KH KIR:KI KNA:KN KOR:KR KWT:KW LAO:LA LBN:LB LBR:LR LBY:LY
  LCA:LC LIE:LI LKA:LK LSO:LS LTU:LT LUX:LU LVA:LV MAC:MO MAF:MF MAR:MA MCO:MC MDA:MD MDG:MG MDV:MV MEX:MX
  MHL:MH MKD:MK MLI:ML MLT:MT MMR:MM MNE:ME MNG:MN MNP:MP MOZ:MZ MRT:MR MSR:MS MUS:MU MWI:MW MYS:MY NAM:NA
  NCL:NC NER:NE NFK:NF NGA:NG NIC:NI NIU:NU NLD:NL NOR:NO NPL:NP NRU:NR NZL:NZ OMN:OM PAK:PK PAN:PA PCN:PN
  PER:PE PHL:PH PLW:PW PNG:PG POL:PL PRI:PR PRK:KP PRT:PT PRY:PY PSE:PS PYF:PF QAT:QA ROU:RO RUS:RU RWA:RW
  SAU:SA SDN:SD SEN:SN SGP:SG SGS:GS SHN:SH SLB:SB SLE:SL SLV:SV SMR:SM SOM:SO SPM:PM SRB:RS SSD:SS STP:ST
  SUR:SR SVK:SK SVN:SI SWE:SE SWZ:SZ SXM:SX SYC:SC SYR:SY TCA:TC TCD:TD TGO:TG THA:TH TJK:TJ TKM:TM TLS:TL
  TON:TO TTO:TT TUN:TN TUR:TR TUV:TV TWN:TW TZA:TZ UGA:UG UKR:UA URY:UY USA:US UZB:UZ VAT:VA VCT:VC VEN:VE
  VGB:VG VIR:VI VNM:VN VUT:VU WLF:WF WSM:WS YEM:YE ZAF:ZA ZMB:ZM ZWE:ZW
`;

/**
 * Areas of the source without an ISO code of their own. `null` keeps the area as land that belongs to no entry.
 * @type {Record<string, string | null>}
 */
const OTHER_AREAS = {
  ATC: 'AU', // Ashmore and Cartier Islands
  CYN: 'CY', // the United Nations show one Cyprus
  SOL: 'SO', // the United Nations show one Somalia
  XKX: 'XK', // shown as an area of its own with a dashed line; see README.md
  KAS: null, // Siachen Glacier: given to nobody
  IOA: null, // replaced by the parts below
};

/**
 * Parts of an area of the source that have an ISO code of their own: polygons whose first point lies in the
 * box [west, south, east, north] (degrees).
 * @type {{from: string, code: string, box: [number, number, number, number]}[]}
 */
const PARTS = [
  { from: 'FRA', code: 'GF', box: [-56, 1, -50, 7] },
  { from: 'FRA', code: 'GP', box: [-62, 15.6, -60.9, 17] },
  { from: 'FRA', code: 'MQ', box: [-62, 14, -60, 15.2] },
  { from: 'FRA', code: 'RE', box: [55, -22, 56, -20] },
  { from: 'FRA', code: 'YT', box: [44.5, -14, 46, -12] },
  { from: 'NOR', code: 'SJ', box: [-10, 70, -7, 72] },
  { from: 'NOR', code: 'SJ', box: [10, 74, 40, 82] },
  { from: 'NLD', code: 'BQ', box: [-70, 11, -62, 18] },
  { from: 'IOA', code: 'CC', box: [96, -13, 98, -11] },
  { from: 'IOA', code: 'CX', box: [104, -12, 107, -9] },
];

/**
 * Territories too small for the source, as points [lng, lat].
 * @type {Record<string, [number, number]>}
 */
export const EXTRA_POINTS = {
  BV: [3.36, -54.42],
  GI: [-5.35, 36.14],
  TK: [-171.85, -9.17],
  UM: [166.65, 19.3],
};

const CODE_OF = new Map(ISO_CODES.trim().split(/\s+/).map((pair) => /** @type {[string, string]} */ (pair.split(':'))));

/** @param {number[]} point @param {number[]} box */
const inside = ([lng, lat], [west, south, east, north]) => lng >= west && lng <= east && lat >= south && lat <= north;

/**
 * Every alpha-2 code the base map must carry, as a shape or as a point.
 * @returns {string[]}
 */
export function expectedCodes() {
  const own = [...CODE_OF.values(), ...PARTS.map((part) => part.code), ...Object.keys(EXTRA_POINTS), 'XK'];
  return [...new Set(own)].sort();
}

/**
 * Entry of the base map a polygon of the source belongs to; `null` is land of no entry, `undefined` is left out.
 * @param {string} alpha3
 * @param {number[][][]} polygon rings of [lng, lat]
 * @returns {string | null | undefined}
 */
export function codeOf(alpha3, polygon) {
  const part = PARTS.find(({ from, box }) => from === alpha3 && inside(polygon[0][0], box));
  if (part) return part.code;
  return alpha3 in OTHER_AREAS ? OTHER_AREAS[alpha3] : CODE_OF.get(alpha3);
}
