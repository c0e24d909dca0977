/** The only delay of `bounce warn-interval` where there is no such statement (`config_default()` in config.c). */
export const defaultBounceDelay = "4h";
