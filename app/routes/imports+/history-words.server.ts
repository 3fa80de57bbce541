import { classTopics } from '~/content/class-topics.server'
import { allDrillKinds } from '~/content/drills.server'
import { allLicenceKinds } from '~/content/licences.server'
import type { Locale } from '~/i18n/config'
import type { Option } from '~/ui/kit/field'

/** Kinds of licences that authorise something, as a sheet may call them. */
export const licenceOptions = (locale: Locale): Option[] =>
  [...allLicenceKinds().values()]
    .filter(({ authorisesNothing }) => authorisesNothing === undefined)
    .map(({ id, short }) => ({ value: id, label: short[locale] }))

/** Classes that may have been held before. */
export const trainingOptions = (locale: Locale): Option[] => classTopics().map((topic) => ({ value: topic.id, label: topic[locale] }))

export const drillOptions = (locale: Locale): Option[] => allDrillKinds().map(({ id, title }) => ({ value: id, label: title[locale] }))
