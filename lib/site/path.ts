declare const pathBrand: unique symbol;

/** A path of this site in its canonical spelling; only the route table makes one. */
export type Path = string & { readonly [pathBrand]: true };
