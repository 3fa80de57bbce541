import type { Locale } from '~/i18n/config'

/** How a lesson is shown: by its address alone, so that each view is the same for everybody and can be kept anywhere. */
export type MicroView = { locale: Locale; isLarge: boolean }

const views: Record<string, MicroView> = {
  '': { locale: 'zh', isLarge: false },
  large: { locale: 'zh', isLarge: true },
  en: { locale: 'en', isLarge: false },
  'en-large': { locale: 'en', isLarge: true },
}

export const readView = (name: string): MicroView | null => (Object.hasOwn(views, name) ? (views[name] ?? null) : null)

const inView = (address: string, { locale, isLarge }: MicroView): string => {
  const name = Object.entries(views).find(([, view]) => view.locale === locale && view.isLarge === isLarge)?.[0] ?? ''
  return name === '' ? address : `${address}/${name}`
}

/** Where a lesson is, in a view. */
export const microAddress = (slug: string, view: MicroView): string => inView(`/m/${slug}`, view)

/** Where a poster's code leads, in a view: the address that is printed. */
export const posterAddress = (code: string, view: MicroView): string => inView(`/Q/${code}`, view)
