-- Takes one token of a bucket, kept as the moment at which it is full again.
-- Answers { 0 } if it is allowed, else { milliseconds until it would be }; nothing is taken then.
-- Not idempotent: a token whose reply was lost is a token lost.
local bucket = KEYS[1]
local now, between, burst = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])

local full_at = math.max(now, tonumber(redis.call('GET', bucket) or '0'))
local too_early = full_at - between * (burst - 1) - now
if too_early > 0 then
  return { math.ceil(too_early) }
end
local next_full = full_at + between
redis.call('SET', bucket, string.format('%.3f', next_full), 'PX', math.ceil(next_full - now))
return { 0 }
