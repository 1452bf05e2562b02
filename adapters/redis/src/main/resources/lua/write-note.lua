-- Notes a value under a key, and lets the notes go that were written longest ago.
-- Answers { how many notes are kept }. A repeat changes nothing but the order.
local notes, order = KEYS[1], KEYS[2]
local key, value, most = ARGV[1], ARGV[2], tonumber(ARGV[3])

local last = redis.call('ZREVRANGE', order, 0, 0, 'WITHSCORES')
local number = tonumber(last[2] or '0') + 1
redis.call('HSET', notes, key, value)
redis.call('ZADD', order, number, key)
local kept = redis.call('ZCARD', order)
if kept > most then
  local oldest = redis.call('ZRANGE', order, 0, kept - most - 1)
  redis.call('HDEL', notes, unpack(oldest))
  redis.call('ZREM', order, unpack(oldest))
  kept = most
end
return { kept }
