import { FILING_RULES } from '../filing/filing-rules'
import { OCCUPANCY_RULES } from '../filing/occupancy-rules'
import type { Rule } from './evaluate'
import { REFERENCES } from './references'

/** Every rule that is kept as data. Only the server has them all: a page asks for those of its region. */
export const CATALOGUE: readonly Rule[] = [...OCCUPANCY_RULES, ...FILING_RULES, ...REFERENCES]
