/** What WeChat's logic layer offers to every script; the runtime passes one value for each. */
export const OFFERED = [
  'wx',
  'App',
  'Page',
  'Component',
  'Behavior',
  'getApp',
  'getCurrentPages',
  'requirePlugin',
  'global',
  'globalThis',
  'Function',
] as const

/** What a browser has and WeChat's logic layer lacks; scripts see undefined, as on the phone. */
export const HIDDEN = (
  'eval window document self parent top frames location navigator screen localStorage sessionStorage indexedDB caches ' +
  'history alert confirm prompt fetch XMLHttpRequest WebSocket EventSource BroadcastChannel FormData Headers Request ' +
  'Response Blob File FileReader URL URLSearchParams AbortController AbortSignal TextEncoder TextDecoder ' +
  'structuredClone crypto performance requestAnimationFrame cancelAnimationFrame requestIdleCallback queueMicrotask ' +
  'MessageChannel Worker WebAssembly Intl btoa atob getComputedStyle matchMedia MutationObserver ResizeObserver ' +
  'IntersectionObserver Event CustomEvent EventTarget Node Element HTMLElement Image Audio DOMParser importScripts'
).split(' ')

/** The built-in components, which are `wx-view` and so on in the page. */
export const TAGS = (
  'view text image scroll-view swiper swiper-item button input textarea form label switch checkbox checkbox-group ' +
  'radio radio-group slider picker picker-view picker-view-column navigator icon progress rich-text cover-view ' +
  'cover-image movable-area movable-view page-container root-portal page-meta match-media sticky-header ' +
  'sticky-section navigation-bar canvas video map camera audio web-view open-data live-player live-pusher ad editor'
).split(' ')
