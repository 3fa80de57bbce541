import { useTranslation } from '~/i18n/words'
import { Icon } from '../kit/icons'
import { looksOf, type StateKey } from './permit-view'

/** How a permit stands: icon and word together. */
export function StateLine({ state, large = false }: { state: StateKey; large?: boolean }) {
  const { t } = useTranslation('hotwork')
  const { icon, tone } = looksOf(state)
  return (
    <span className={`inline-flex items-center gap-2 font-semibold ${large ? 'text-28' : ''} ${tone}`}>
      <Icon name={icon} size={large ? 30 : 20} />
      <span>{t(`state.${state}`)}</span>
    </span>
  )
}
