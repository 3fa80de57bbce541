import { hearLocalDuties } from '~/content/local-duties.server'
import { publishedLocalDuties } from '~/data/duties/local-duties.server'

hearLocalDuties(publishedLocalDuties)

/** What is asked of people today: whoever reads rules reads them here, so that duties of local plans are among them. */
export { dutiesNow, dutyNow, localDuties, rulesNow } from '~/content/local-duties.server'
