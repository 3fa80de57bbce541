import type { Audience } from '~/http/serve.server'

/**
 * Every route with who may ask for it and what of it he sees. A route that is missing here, or is served to others, fails the tests.
 * scope: none (the same for everyone who may ask), own (only what is the asker's), unit (a unit in scope), places (units below a
 * place in scope), token (whoever holds the exact code).
 */
export type RouteContract = {
  loader: Audience | null
  action: Audience | null
  scope: 'none' | 'own' | 'unit' | 'places' | 'token'
}

export const routesContract: Record<string, RouteContract> = {
  '/': { loader: 'anyone', action: null, scope: 'none' },
  '/code': { loader: 'anyone', action: null, scope: 'none' },
  '/view': { loader: 'anyone', action: 'anyone', scope: 'none' },
  '/suggest': { loader: 'anyone', action: 'anyone', scope: 'none' },
  '/sign-in': { loader: 'anyone', action: 'anyone', scope: 'none' },
  '/sign-in/slip': { loader: 'anyone', action: 'anyone', scope: 'none' },
  '/sign-out': { loader: 'anyone', action: 'anyone', scope: 'own' },
  '/setup': { loader: 'anyone', action: 'anyone', scope: 'none' },
  '/U/:code': { loader: 'anyone', action: 'anyone', scope: 'token' },
  '/C/:token': { loader: 'anyone', action: null, scope: 'token' },
  '/G/:token': { loader: 'anyone', action: null, scope: 'token' },
  '/duties': { loader: 'anyone', action: null, scope: 'none' },
  '/duties/:dutyId': { loader: 'anyone', action: null, scope: 'none' },
  '/account': { loader: 'person', action: 'person', scope: 'own' },
  '/password': { loader: 'person', action: 'person', scope: 'own' },
  '/confirm-password': { loader: 'person', action: 'person', scope: 'own' },
  '/me': { loader: 'person', action: null, scope: 'own' },
  '/cards/:postId': { loader: 'person', action: null, scope: 'own' },
  '/courses': { loader: 'person', action: null, scope: 'own' },
  '/courses/:course': { loader: 'person', action: null, scope: 'own' },
  '/courses/:course/lessons/:lesson': { loader: 'person', action: null, scope: 'own' },
  '/courses/:course/lessons/:lesson/pieces/:piece': { loader: 'person', action: 'person', scope: 'own' },
  '/courses/:course/lessons/:lesson/beats': { loader: 'person', action: 'person', scope: 'own' },
  '/courses/:course/paper': { loader: 'person', action: 'person', scope: 'own' },
  '/papers/:attempt': { loader: 'person', action: 'person', scope: 'own' },
  '/papers/:attempt/answers': { loader: 'person', action: 'person', scope: 'own' },
  '/papers/:attempt/submit': { loader: 'person', action: 'person', scope: 'own' },
  '/papers/:attempt/result': { loader: 'person', action: null, scope: 'own' },
  '/certificates/:id': { loader: 'person', action: 'administrator', scope: 'unit' },
  '/certificates/:id/picture': { loader: 'person', action: null, scope: 'unit' },
  '/certificates/:id/pdf': { loader: 'person', action: null, scope: 'unit' },
  '/unit': { loader: 'manager', action: null, scope: 'unit' },
  '/units/:unitId': { loader: 'manager', action: null, scope: 'unit' },
  '/units/:unitId/duties': { loader: 'manager', action: null, scope: 'unit' },
  '/units/:unitId/people': { loader: 'manager', action: null, scope: 'unit' },
  '/units/:unitId/people/new': { loader: 'manager', action: 'manager', scope: 'unit' },
  '/units/:unitId/people/:personId': { loader: 'manager', action: 'manager', scope: 'unit' },
  '/units/:unitId/joins': { loader: 'manager', action: 'manager', scope: 'unit' },
  '/units/:unitId/join-code': { loader: 'manager', action: 'manager', scope: 'unit' },
  '/units/:unitId/slips/:accountId': { loader: 'manager', action: 'manager', scope: 'unit' },
  '/street': { loader: 'supervisor', action: null, scope: 'places' },
  '/street/units/:unitId/duties': { loader: 'supervisor', action: null, scope: 'places' },
  '/street/units/:unitId/waivers': { loader: 'supervisor', action: 'supervisor', scope: 'places' },
  '/street/units/:unitId': { loader: 'supervisor', action: null, scope: 'places' },
  '/street/coverage': { loader: 'supervisor', action: null, scope: 'places' },
  '/street/coverage.xlsx': { loader: 'supervisor', action: null, scope: 'places' },
  '/admin/places': { loader: 'administrator', action: 'administrator', scope: 'none' },
  '/admin/units': { loader: 'administrator', action: null, scope: 'none' },
  '/admin/units/new': { loader: 'administrator', action: 'administrator', scope: 'none' },
  '/admin/units/:unitId': { loader: 'administrator', action: 'administrator', scope: 'none' },
  '/admin/people': { loader: 'administrator', action: null, scope: 'none' },
  '/admin/people/:personId': { loader: 'administrator', action: 'administrator', scope: 'none' },
  '/admin/grants': { loader: 'administrator', action: null, scope: 'none' },
  '/admin/grants/new': { loader: 'administrator', action: 'administrator', scope: 'none' },
  '/admin/grants/:grantId': { loader: 'administrator', action: 'administrator', scope: 'none' },
  '/admin/duties': { loader: 'administrator', action: null, scope: 'none' },
  '/admin/duties/:dutyId': { loader: 'administrator', action: 'administrator', scope: 'none' },
  '/admin/audit': { loader: 'administrator', action: null, scope: 'none' },
  '/admin/audit.csv': { loader: 'administrator', action: null, scope: 'none' },
  '/admin/suggestions': { loader: 'administrator', action: 'administrator', scope: 'none' },
}
