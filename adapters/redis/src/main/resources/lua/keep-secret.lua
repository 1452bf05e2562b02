-- Keeps a secret unless there is one already. Answers { the one that is kept }.
redis.call('SET', KEYS[1], ARGV[1], 'NX')
return { redis.call('GET', KEYS[1]) }
