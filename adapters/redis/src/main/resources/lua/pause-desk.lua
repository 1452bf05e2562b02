-- Holds a desk until a moment, at which one post is allowed and no burst. A shorter pause than the
-- one that lasts changes nothing. Answers { when the bucket is full again }.
local rate = KEYS[1]
local until_moment, between, burst, lives_for =
  tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]

local full_at = math.max(
  tonumber(redis.call('GET', rate) or '0'), until_moment + between * (burst - 1))
redis.call('SET', rate, string.format('%.0f', full_at), 'PX', lives_for)
return { string.format('%.0f', full_at) }
