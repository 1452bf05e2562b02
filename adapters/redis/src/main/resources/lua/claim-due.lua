-- Takes what is due from a sorted set of moments and moves it to `again`, so that it comes again if
-- nobody changes its moment before.
-- Answers { first moment that is left or '', member, moment, member, moment, … }, the oldest first.
local index = KEYS[1]
local now, again, most = ARGV[1], ARGV[2], ARGV[3]

local due = redis.call('ZRANGEBYSCORE', index, '-inf', now, 'WITHSCORES', 'LIMIT', 0, most)
for place = 1, #due, 2 do
  redis.call('ZADD', index, again, due[place])
end
table.insert(due, 1, redis.call('ZRANGE', index, 0, 0, 'WITHSCORES')[2] or '')
return due
