import type { Period } from '~/domain/shared/period'
import { useTranslation } from '~/i18n/words'
import type { Bound, Rhythm } from './entry'

/** Longer lists of names are cut to three and a count. */
const namesInFull = 4
const namesShown = 3

type Words = {
  /** Whom a duty binds, in a phrase; a long list of names is cut unless `inFull`. */
  whom: (bound: Bound, inFull?: boolean) => string
  /** How often, in a few words: the clause's own where the rule does not compute it. */
  often: (rhythm: Rhythm) => string
  /** A length of time: 3 年, 6 个月, 30 天. */
  span: (period: Period) => string
}

/** As a sentence begins; Chinese stays as it is. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export function useDutyWords(): Words {
  const { t } = useTranslation('duties')

  const names = (list: readonly string[], inFull: boolean, rest: string): string => {
    if (inFull || list.length <= namesInFull) return list.join(t('catalogue.join'))
    const shown = list.slice(0, namesShown).join(t('catalogue.join'))
    return t(`catalogue.${rest}`, { names: shown, n: list.length, rest: list.length - namesShown })
  }

  const whom = ({ binds, everyPosition, positions, units }: Bound, inFull = false): string => {
    const at = names(units, inFull, 'moreUnits')
    if (binds === 'unit') return units.length === 0 ? t('catalogue.whom.everyUnit') : capitalised(at)
    const who = everyPosition ? t('catalogue.whom.everyone') : names(positions, inFull, 'morePositions')
    if (units.length === 0) return everyPosition ? t('catalogue.whom.everyoneAnywhere') : who
    return t('catalogue.whom.at', { who, units: at })
  }

  const span = ({ years, months, days }: Period): string => {
    const part = (n: number, unit: string) => (n === 0 ? [] : [t(`catalogue.span.${n === 1 ? unit : `${unit}s`}`, { n })])
    const parts = [...part(years, 'year'), ...part(months, 'month'), ...part(days, 'day')]
    return parts.length === 0 ? t('catalogue.span.none') : parts.join(' ')
  }

  const often = (rhythm: Rhythm): string => {
    switch (rhythm.kind) {
      case 'calendar':
        return t(`catalogue.every.${rhythm.every}`)
      case 'gate':
        return t('catalogue.often.gate')
      case 'once':
        return t('catalogue.often.once')
      case 'rolling':
        return t('catalogue.often.rolling')
      case 'stated':
        return rhythm.when
    }
  }

  return { whom, often, span }
}
