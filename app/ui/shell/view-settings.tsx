import type { Preferences } from '~/i18n/config'
import { useTranslation } from '~/i18n/words'

/** Language, theme and 大字: plain buttons that keep the page. */
export function ViewSettings({ preferences, here }: { preferences: Preferences; here: string }) {
  const { t } = useTranslation('shell')
  const choices = [
    {
      name: 'locale',
      value: preferences.locale === 'zh' ? 'en' : 'zh',
      label: t('view.otherLanguage'),
      lang: preferences.locale === 'zh' ? 'en' : 'zh-CN',
    },
    { name: 'theme', value: nextTheme[preferences.theme], label: t(`view.theme.${nextTheme[preferences.theme]}`) },
    { name: 'size', value: preferences.large ? 'plain' : 'large', label: t(preferences.large ? 'view.plain' : 'view.large') },
  ]
  return (
    <form method="post" action="/view" className="flex flex-wrap gap-x-4">
      {!/^\/[CGU]$/i.test(here) && <input type="hidden" name="next" value={here} />}
      {choices.map((choice) => (
        <button
          key={choice.name}
          type="submit"
          name={choice.name}
          value={choice.value}
          lang={choice.lang}
          className="min-h-touch min-w-touch underline underline-offset-4"
        >
          {choice.label}
        </button>
      ))}
    </form>
  )
}

const nextTheme = { system: 'dark', dark: 'light', light: 'system' } as const
