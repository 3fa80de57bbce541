import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { preferencesCookie } from '~/http/preferences.server'
import { safeNext, serve } from '~/http/serve.server'
import type { Preferences } from '~/i18n/config'

const chosen = z.object({
  locale: z.enum(['zh', 'en']).optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
  size: z.enum(['plain', 'large']).optional(),
  next: z.string().optional(),
})

export const loader = serve('anyone', () => redirect('/'))

export const action = serve('anyone', async ({ preferences }, { request }) => {
  const wish = chosen.safeParse(Object.fromEntries(await request.formData()))
  const { locale, theme, size, next } = wish.success ? wish.data : {}
  const kept: Preferences = {
    locale: locale ?? preferences.locale,
    theme: theme ?? preferences.theme,
    large: size === undefined ? preferences.large : size === 'large',
  }
  return redirect(safeNext(next ?? null, '/'), { headers: { 'Set-Cookie': preferencesCookie(kept) } })
})
