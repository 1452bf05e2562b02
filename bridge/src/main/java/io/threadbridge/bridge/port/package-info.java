/// What the loop around the rules needs from the world, in our own words. Each port has a contract
/// in `adapters/contract` that every
/// keeper passes; all methods throw [io.threadbridge.bridge.port.StoreUnavailable] where a store is
/// behind them and is away.
@NullMarked
package io.threadbridge.bridge.port;

import org.jspecify.annotations.NullMarked;
