import { existsSync } from 'node:fs';

/** Debian's nginx, and its module that sends finished `.br` files. */
export interface Nginx {
  readonly program: string;
  readonly brotliModule: string;
}

const debian: Nginx = {
  program: '/usr/sbin/nginx',
  brotliModule: '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so',
};

/** The nginx that tests run with the configuration of this repository; undefined where it is not. */
export function findNginx(): Nginx | undefined {
  return existsSync(debian.program) && existsSync(debian.brotliModule) ? debian : undefined;
}
