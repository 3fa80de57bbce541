import { tickedOf } from '~/domain/hotwork/request-form'
import { type Refused, refuse } from '~/domain/shared/refusal'
import { approvePermit, cancelPermit, refusePermit } from '~/usecases/hotwork/decide-permit.server'
import { checkPermitWorker, confirmGuard, postNotice } from '~/usecases/hotwork/prepare-site.server'
import type { ActingPerson } from '~/usecases/hotwork/site.server'
import type { Asked, Taken } from '~/usecases/hotwork/take-step.server'
import { endWork, lookAfter, startWork, stopWork } from '~/usecases/hotwork/work-with-fire.server'

/** The fields that the forms of the page have; a refusal of another one is said of the whole form. */
export const actFields = [
  ...['isDelegated', 'reason', 'cancelReason', 'stopReason', 'isSame', 'isOfficial', 'measures', 'gas'],
  ...['places', 'means', 'isClear', 'looks', 'sign', 'note'],
]

/** Yes or no as a form says it; null where nothing was chosen. */
const answered = (value: string): boolean | null => (value === 'yes' ? true : value === 'no' ? false : null)

/** The act that a form of the permit's page asks for. */
export function actOn(acting: ActingPerson, asked: Asked, form: FormData): Promise<Taken | Refused> | Refused {
  const text = (name: string): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, 1000) : ''
  }
  const ticked = (prefix: string) => tickedOf(form.keys(), prefix)
  switch (text('intent')) {
    case 'approved':
      return approvePermit(acting, { ...asked, isDelegated: text('isDelegated') === 'on' })
    case 'refused':
      return refusePermit(acting, { ...asked, reason: text('reason') })
    case 'cancelled':
      return cancelPermit(acting, { ...asked, reason: text('cancelReason') })
    case 'worker-checked': {
      const [isSame, isOfficial] = [answered(text('isSame')), text('isOfficial') === 'on']
      return checkPermitWorker(acting, { ...asked, workerId: text('workerId'), isSame, isOfficial })
    }
    case 'guard-present':
      return confirmGuard(acting, { ...asked, measures: ticked('measure-'), gas: text('gas') })
    case 'notice-posted':
      return postNotice(acting, { ...asked, places: ticked('place-'), means: ticked('means-'), text: text('where') })
    case 'started':
      return startWork(acting, asked)
    case 'ended':
      return endWork(acting, asked)
    case 'stopped':
      return stopWork(acting, { ...asked, reason: text('stopReason') })
    case 'looked':
      return lookAfter(acting, {
        ...asked,
        isClear: answered(text('isClear')),
        looks: ticked('look-'),
        sign: text('sign'),
        note: text('note'),
      })
    default:
      return refuse('hotwork:error.act')
  }
}
