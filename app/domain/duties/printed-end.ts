import { addDays } from '../shared/day'
import type { Evidence } from './facts'

/** The piece stops counting on the day after its own printed last day: it runs out, and nobody found fault with it. */
export const endsAsPrinted = ({ validThrough, revokedOn }: Pick<Evidence, 'validThrough' | 'revokedOn'>): boolean =>
  validThrough !== null && revokedOn === addDays(validThrough, 1)
