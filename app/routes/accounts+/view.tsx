import { redirect } from '@remix-run/node'
import { z } from 'zod'
import type { Asked } from '~/http/asked.server'
import { formOf } from '~/http/forms.server'
import { preferencesCookie } from '~/http/preferences.server'
import { safeNext, serve } from '~/http/serve.server'
import type { Preferences } from '~/i18n/config'

const chosen = z.object({
  locale: z.enum(['zh', 'en']).optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
  size: z.enum(['plain', 'large']).optional(),
  next: z.string().optional(),
})

/** The page the buttons stood on, where it does not say so itself. */
function pageBefore(request: Asked): string | null {
  const before = request.headers.get('Referer')
  return before !== null && URL.canParse(before) ? new URL(before).pathname + new URL(before).search : null
}

export const loader = serve('anyone', () => redirect('/'))

export const action = serve('anyone', async ({ preferences }, { request }) => {
  const wish = chosen.safeParse(Object.fromEntries(await formOf(request)))
  const { locale, theme, size, next } = wish.success ? wish.data : {}
  const kept: Preferences = {
    locale: locale ?? preferences.locale,
    theme: theme ?? preferences.theme,
    large: size === undefined ? preferences.large : size === 'large',
  }
  return redirect(safeNext(next ?? pageBefore(request), '/'), { headers: { 'Set-Cookie': preferencesCookie(kept) } })
})
